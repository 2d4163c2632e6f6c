import clsx from "clsx";
import { Lock } from "lucide-react";

/** Beside the name of a project that not everybody in the workspace sees. */
export function PrivateMark({ className }: { className?: string }) {
  return (
    <Lock
      role="img"
      aria-label="Private"
      className={clsx("inline-block size-3.5 shrink-0 align-[-0.125em] text-muted", className)}
    />
  );
}
