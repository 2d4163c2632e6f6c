import { Button } from "./button";
import { Field } from "./field";
import { FormError } from "./form-error";
import { TextInput } from "./text-input";

/** Gives what is on the page a name, to keep it by. */
export function KeepNameForm({
  label,
  className = "",
  name,
  onName,
  pending,
  message,
  error,
  onKeep,
  onClose,
}: {
  /** What the name is of: "Name of the scenario". */
  label: string;
  className?: string;
  name: string;
  onName: (name: string) => void;
  pending: boolean;
  message: string | null;
  /** What is wrong with the name. */
  error: string | undefined;
  onKeep: () => void;
  onClose: () => void;
}) {
  return (
    <form
      className={`grid gap-2 ${className}`}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onKeep();
      }}
    >
      <Field label={label} error={error}>
        <TextInput value={name} maxLength={80} onChange={(event) => onName(event.target.value)} />
      </Field>
      <span className="flex flex-wrap gap-2">
        <Button type="submit" variant="primary" pending={pending}>
          Keep
        </Button>
        <Button onClick={onClose}>Cancel</Button>
      </span>
      {error === undefined && <FormError message={message} />}
    </form>
  );
}
