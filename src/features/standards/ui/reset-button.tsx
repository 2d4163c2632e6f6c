import { useSubmit } from "@/platform/trpc/submit";
import { Button } from "@/ui/button";
import { FormError } from "@/ui/form-error";
import { toast } from "@/ui/toast";

type Seen = { readonly mutationId: string; readonly version: number };

/** Brings the default of a standard back, in one step. */
export function ResetButton({
  label,
  said,
  version,
  send,
}: {
  label: string;
  /** What a toast says when it is done. */
  said: string;
  version: number;
  send: (seen: Seen) => Promise<unknown>;
}) {
  const { submit, pending, message } = useSubmit(send, () => {
    toast.success(said);
  });
  return (
    <>
      <FormError message={message} />
      <Button
        size="sm"
        variant="ghost"
        pending={pending}
        aria-label={label}
        onClick={() => void submit((mutationId) => ({ mutationId, version }))}
      >
        Reset
      </Button>
    </>
  );
}
