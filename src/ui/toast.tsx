"use client";

import { Toaster as Sonner, toast } from "sonner";

export { toast };

/** Where short confirmations appear. Once per page, in the root layout. */
export function Toaster() {
  return (
    <Sonner
      position="bottom-right"
      toastOptions={{
        style: {
          background: "var(--surface)",
          color: "var(--ink)",
          border: "1px solid var(--line)",
          boxShadow: "var(--elevation-float)",
        },
      }}
    />
  );
}
