import { CircleAlert } from "lucide-react";

/** What went wrong with the whole form; said at once to screen readers. Empty when nothing did. */
export function FormError({ message }: { message: string | null | undefined }) {
  return (
    <div role="alert" className="empty:hidden">
      {message !== null && message !== undefined && message !== "" && (
        <p className="flex items-start gap-2 rounded-md bg-warn-soft px-3 py-2 text-sm text-warn">
          <CircleAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
          <span>{message}</span>
        </p>
      )}
    </div>
  );
}
