"use client";

import { letterOf } from "@/ui/option-letter";
import { SegmentedControl } from "@/ui/segmented-control";
import { Select } from "@/ui/select";
import type { About } from "../schema";
import type { Subject } from "./discussion";

export type Show = "all" | "open" | "mine";

const shows = [
  { value: "all", label: "All" },
  { value: "open", label: "Open" },
  { value: "mine", label: "Mine" },
] as const;

/** Which threads are shown: by how they stand, and by what they are about. */
export function ThreadFilter({
  subject,
  show,
  onShow,
  about,
  onAbout,
}: {
  subject: Subject;
  show: Show;
  onShow: (show: Show) => void;
  about: About;
  onAbout: (about: About) => void;
}) {
  const groups = choicesFor(subject, about).filter(({ choices }) => choices.length > 0);
  const offered = groups.flatMap(({ choices }) => choices);
  return (
    <div className="mb-4 flex flex-wrap items-center gap-2">
      <SegmentedControl label="Threads" name="threads" choices={shows} value={show} onChange={onShow} />
      {subject.options !== undefined && (
        <Select
          aria-label="About"
          className="min-w-40 flex-1"
          value={keyOf(about)}
          onChange={({ target: { value } }) =>
            onAbout(offered.find((choice) => keyOf(choice.about) === value)?.about ?? "anything")
          }
        >
          {groups.map(({ label, choices }) => {
            const all = choices.map((choice) => (
              <option key={keyOf(choice.about)} value={keyOf(choice.about)}>
                {choice.label}
              </option>
            ));
            return label === null ? (
              all
            ) : (
              <optgroup key={label} label={label}>
                {all}
              </optgroup>
            );
          })}
        </Select>
      )}
    </div>
  );
}

type Choice = { readonly about: About; readonly label: string };

const general: readonly Choice[] = [
  { about: "anything", label: "About anything" },
  { about: "whole", label: "The decision as a whole" },
  { about: "text", label: "Words of the context" },
];

/** One option by one criterion is chosen where it is shown; here it is only named. */
function choicesFor({ options = [], criteria = [] }: Subject, about: About) {
  const ofOptions = options.map(({ id, title }, place): Choice => {
    return { about: { optionId: id }, label: `${letterOf(place)} · ${title}` };
  });
  const ofCriteria = criteria.map(({ id, name }): Choice => ({ about: { criterionId: id }, label: name }));
  const chosen: Choice[] = [];
  if (typeof about === "object" && "optionId" in about && "criterionId" in about) {
    const labelOf = (choices: readonly Choice[], key: string) =>
      choices.find((choice) => keyOf(choice.about) === key)?.label ?? "removed";
    const { optionId, criterionId } = about;
    chosen.push({
      about,
      label: `${labelOf(ofOptions, keyOf({ optionId }))}, ${labelOf(ofCriteria, keyOf({ criterionId }))}`,
    });
  }
  return [
    { label: null, choices: [...general, ...chosen] },
    { label: "Options", choices: ofOptions },
    { label: "Criteria", choices: ofCriteria },
  ];
}

function keyOf(about: About): string {
  if (typeof about === "string") return about;
  return Object.values(about).join("/");
}
