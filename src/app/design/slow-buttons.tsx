"use client";

import { useState } from "react";
import { Button } from "@/ui/button";

/** Buttons whose action takes a while. */
export function SlowButtons() {
  const [pending, setPending] = useState(true);
  const begin = () => {
    setPending(true);
    setTimeout(() => setPending(false), 2_000);
  };
  return (
    <>
      <Button variant="primary" pending={pending} onClick={begin}>
        Save changes
      </Button>
      <Button pending={pending} onClick={begin}>
        Save changes
      </Button>
    </>
  );
}
