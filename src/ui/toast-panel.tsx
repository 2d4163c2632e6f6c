"use client";

import { CircleAlert, CircleCheck, Info, LoaderCircle, TriangleAlert } from "lucide-react";
import { useEffect, useSyncExternalStore } from "react";
import { Toaster as Sonner, toast } from "sonner";
import { followToasts, queuedToasts, takeToasts } from "./toast-queue";

const none = [] as const;

/** Shows what the queue holds, and what comes into it. */
export default function ToastPanel() {
  const waiting = useSyncExternalStore(followToasts, queuedToasts, () => none);
  useEffect(() => {
    if (waiting.length === 0) return;
    for (const { kind, text, options } of takeToasts()) show[kind](text, options);
  }, [waiting]);
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
          closeButton: `absolute top-1.5 right-1.5 grid size-6 place-items-center rounded text-muted hover:bg-sunk hover:text-ink ${covered}`,
          actionButton: `min-h-6 shrink-0 rounded px-1.5 font-medium text-accent hover:bg-accent-soft ${covered}`,
          cancelButton: `min-h-6 shrink-0 rounded px-1.5 text-muted hover:bg-sunk ${covered}`,
        },
      }}
    />
  );
}

/** What lies under another message is smaller and can't be seen: nothing in it is to be pressed. */
const covered = "in-[[data-front=false][data-expanded=false]]:invisible";

const show = { plain: toast, success: toast.success, error: toast.error, warning: toast.warning } as const;

const icons = {
  success: <CircleCheck aria-hidden="true" className="size-4 text-ok" />,
  error: <CircleAlert aria-hidden="true" className="size-4 text-warn" />,
  warning: <TriangleAlert aria-hidden="true" className="size-4 text-warn" />,
  info: <Info aria-hidden="true" className="size-4 text-accent" />,
  loading: <LoaderCircle aria-hidden="true" className="size-4 animate-spin text-muted" />,
};
