import { CircleAlert } from "lucide-react";
import type { ReactNode } from "react";

/** What went wrong with the whole form; said at once to screen readers. Takes no room while nothing did. */
export function FormError({
  message,
  children,
}: {
  message: string | null | undefined;
  /** A way out, like a button that tries again. */
  children?: ReactNode;
}) {
  const shown = message !== null && message !== undefined && message !== "";
  return (
    <div role="alert" className="empty:hidden">
      {shown && (
        <div className="flex animate-appear items-start gap-2 rounded-md bg-warn-soft px-3 py-2 text-sm text-warn">
          <CircleAlert aria-hidden="true" className="mt-px size-4 shrink-0" />
          <div className="min-w-0 [overflow-wrap:anywhere]">
            <p>{message}</p>
            {children !== undefined && <div className="mt-2">{children}</div>}
          </div>
        </div>
      )}
    </div>
  );
}
