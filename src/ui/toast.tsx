"use client";

import { CircleAlert, CircleCheck, Info, LoaderCircle, TriangleAlert } from "lucide-react";
import { Toaster as Sonner, toast } from "sonner";

export { toast };

/** Where short confirmations appear, with an undo where there is one. Once per page, in the root layout. */
export function Toaster() {
  return (
    <Sonner
      position="bottom-right"
      closeButton
      // On small screens dialogs come from below, too: their buttons stay on top.
      className="max-sm:z-35!"
      icons={icons}
      toastOptions={{
        unstyled: true,
        classNames: {
          toast:
            "flex w-full items-start gap-2.5 rounded-lg border border-line bg-surface py-2.5 pr-10 pl-3 font-sans text-sm text-ink shadow-float sm:w-(--width)",
          icon: "mt-px shrink-0",
          content: "min-w-0 flex-1",
          description: "text-muted",
          closeButton:
            "absolute top-1.5 right-1.5 grid size-6 place-items-center rounded text-muted hover:bg-sunk hover:text-ink",
          actionButton: "min-h-6 shrink-0 rounded px-1.5 font-medium text-accent hover:bg-accent-soft",
          cancelButton: "min-h-6 shrink-0 rounded px-1.5 text-muted hover:bg-sunk",
        },
      }}
    />
  );
}

const icons = {
  success: <CircleCheck aria-hidden="true" className="size-4 text-ok" />,
  error: <CircleAlert aria-hidden="true" className="size-4 text-warn" />,
  warning: <TriangleAlert aria-hidden="true" className="size-4 text-warn" />,
  info: <Info aria-hidden="true" className="size-4 text-accent" />,
  loading: <LoaderCircle aria-hidden="true" className="size-4 animate-spin text-muted" />,
};
