"use client";

import { useEffect, useRef } from "react";

/**
 * For a form that takes the place of the button that opens it: the focus goes into the form when it opens, and back to the button
 * when it closes, where it would otherwise be lost with what went away.
 */
export function useFormFocus(open: boolean) {
  const opener = useRef<HTMLButtonElement>(null);
  const form = useRef<HTMLDivElement>(null);
  const wasOpen = useRef(open);
  useEffect(() => {
    if (open === wasOpen.current) return;
    wasOpen.current = open;
    if (open) form.current?.querySelector<HTMLElement>(firstControl)?.focus();
    else opener.current?.focus();
  }, [open]);
  return { opener, form };
}

const firstControl = "input:checked, textarea, input:not([type=radio]), select";
