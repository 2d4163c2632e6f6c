import type { ReactNode } from "react";
import { Button } from "./button";
import { FormError } from "./form-error";

/** The frame of a form in a sheet or dialog: what went wrong above, the way to save below. */
export function EditForm({
  save,
  pending,
  disabled = false,
  message,
  onSave,
  children,
}: {
  /** What the button says: "Save task". */
  save: string;
  pending: boolean;
  disabled?: boolean;
  message: string | null;
  onSave: () => void;
  children: ReactNode;
}) {
  return (
    <form
      className="grid gap-4"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onSave();
      }}
    >
      <FormError message={message} />
      {children}
      <div className="flex justify-end">
        <Button type="submit" variant="primary" pending={pending} disabled={disabled}>
          {save}
        </Button>
      </div>
    </form>
  );
}
