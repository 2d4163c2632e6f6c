import { letterOf } from "@/ui/option-letter";
import type { Subject } from "./discussion";

/** What of a decision is talked about: an option with its letter, a criterion, or both. */
export function PartName({
  subject,
  option,
  criterion,
}: {
  subject: Subject;
  option: { readonly id: string; readonly title: string } | null;
  criterion: { readonly name: string } | null;
}) {
  const place = subject.options?.findIndex(({ id }) => id === option?.id) ?? -1;
  return (
    <>
      {place >= 0 && <b className="font-medium">{letterOf(place)} · </b>}
      {option !== null && <bdi>{option.title}</bdi>}
      {option !== null && criterion !== null && ", "}
      {criterion !== null && <bdi>{criterion.name}</bdi>}
    </>
  );
}
