import { useMutation } from "@tanstack/react-query";
import { type ReactNode, useEffect, useRef } from "react";
import { expertiseLevelName } from "@/planning";
import { refusalOf, useApi } from "@/platform/trpc/client";
import { Button } from "@/ui/button";
import { formatCount, formatDate, formatSignedDays } from "@/ui/format";
import { Link } from "@/ui/link";
import { Skeleton } from "@/ui/skeleton";
import type { GapClosing } from "../closing.queries";
import type { ExpertiseCell } from "../queries";
import type { CellInput } from "../schema";

/**
 * What each way to close a gap does to the dates. It takes seconds of computing, so it is asked for once when the cell is opened, and
 * says so when what it answers is not what the page shows any more.
 */
export function ClosingOptions({
  workspace,
  input,
  cell,
}: {
  workspace: string;
  input: CellInput;
  cell: ExpertiseCell;
}) {
  const api = useApi();
  const leaving = useRef(new AbortController());
  const shown = JSON.stringify({ input, asked: cell.projects, short: cell.short });
  const { mutate, data, error, isPending } = useMutation({
    mutationFn: async (of: string) => {
      leaving.current.abort();
      leaving.current = new AbortController();
      const { signal } = leaving.current;
      return { of, closing: await api.expertise.closing.query({ workspace, ...input }, { signal }) };
    },
  });
  const asked = useRef("");
  useEffect(() => {
    const cellOf = JSON.stringify(input);
    if (asked.current === cellOf) return;
    asked.current = cellOf;
    mutate(shown);
  }, [input, mutate, shown]);
  useEffect(() => () => leaving.current.abort(), []);
  const again = (
    <Button size="sm" onClick={() => mutate(shown)}>
      Work out again
    </Button>
  );
  return (
    <section aria-labelledby="closing-options" className="mt-6 border-line border-t pt-4">
      <h3 id="closing-options" className="mb-1 font-medium text-sm">
        What each would do to the dates
      </h3>
      <div aria-live="polite" aria-busy={isPending}>
        {isPending && (
          <>
            <p className="text-muted text-xs">Levelling the projects under each option…</p>
            <div className="mt-3 grid gap-2">
              {[0, 1, 2].map((place) => (
                <Skeleton key={place} className="h-9" />
              ))}
            </div>
          </>
        )}
        {!isPending && error !== null && (
          <p className="flex flex-wrap items-center gap-3 text-warn text-sm">
            {refusalOf(error).message} {again}
          </p>
        )}
        {!isPending && data?.closing && (
          <>
            <p className="max-w-prose text-muted text-xs">{basis(data.closing)}</p>
            {data.of !== shown && (
              <p className="mt-2 flex flex-wrap items-center gap-3 text-sm text-warn">
                The plans have changed since. {again}
              </p>
            )}
            <Options workspace={workspace} closing={data.closing} level={input.level} />
          </>
        )}
      </div>
    </section>
  );
}

function basis({ of: { levelled, projects, isNobodyAble } }: GapClosing): string {
  const which =
    levelled < projects
      ? `The ${levelled} of ${projects} projects that ask for it or stand first are`
      : `${formatCount(projects, "project is", "projects are")}`;
  const nobody = isNobodyAble
    ? " Nobody is able to do this work: where it is done all the same, the dates assume that somebody is found."
    : "";
  return `${which} levelled together under each option, in their order of priority. Finishes are P50, against waiting.${nobody}`;
}

type Option = GapClosing["options"][number];

function Options({
  workspace,
  closing,
  level,
}: {
  workspace: string;
  closing: GapClosing;
  level: CellInput["level"];
}) {
  return (
    <ol aria-label="Options and their effect on dates" className="mt-3 grid gap-px text-sm">
      <Row
        title="Wait"
        about={
          closing.waiting.length === 0 ? "No project has to wait for people." : "Until people have time."
        }
        sum={closing.waiting.reduce((sum, one) => sum + one.laterWorkingDays, 0)}
        against="than as planned"
        finishes={closing.waiting}
      />
      {closing.options.map(({ option, finishes, laterWorkingDays }) => (
        <Row
          key={JSON.stringify(option)}
          title={titleOf(option)}
          about={<About workspace={workspace} option={option} level={level} />}
          sum={laterWorkingDays}
          against="than waiting"
          finishes={finishes}
        />
      ))}
    </ol>
  );
}

function titleOf(option: Option["option"]): string {
  switch (option.by) {
    case "hire":
      return `Hire or borrow ${formatCount(option.people, "person", "people")}`;
    case "train":
      return `Train ${option.person}`;
    case "move":
      return `Move people: ${option.project.name} before ${option.before.name}`;
    case "change-technique":
      return `Change technique in ${option.project.name}`;
  }
}

function About({
  workspace,
  option,
  level,
}: {
  workspace: string;
  option: Option["option"];
  level: CellInput["level"];
}) {
  switch (option.by) {
    case "hire":
      return `${expertiseLevelName(level)}, five days a week from this week on.`;
    case "train":
      return `As if ${expertiseLevelName(level).toLowerCase()} already; the training takes its time.`;
    case "move":
      return option.people.length === 0
        ? "In the order of priority."
        : `${option.people.join(", ")} would work on it in this week.`;
    case "change-technique": {
      const { project, decision } = option;
      return (
        <>
          <Link
            href={`/w/${workspace}/projects/${project.key}/decisions/${decision.number}`}
            className="text-accent underline underline-offset-2"
          >
            D-{decision.number} {decision.question}
          </Link>{" "}
          “{option.option}” does without {option.without.join(", ")}.
          {decision.isDecided && " It is decided: it would have to be reopened."}
        </>
      );
    }
  }
}

function Row({
  title,
  about,
  sum,
  against,
  finishes,
}: {
  title: string;
  about: ReactNode;
  sum: number;
  against: string;
  finishes: Option["finishes"];
}) {
  return (
    <li className="grid gap-x-6 gap-y-1 border-line border-t py-2 first:border-t-0 md:grid-cols-[minmax(0,5fr)_7rem_minmax(0,6fr)]">
      <div>
        <p className="font-medium">{title}</p>
        <p className="text-muted text-xs">{about}</p>
      </div>
      <p className="tabular-nums">
        {sum === 0 ? (
          <span className="text-muted">same dates</span>
        ) : (
          <>
            <span className={sum < 0 ? "font-medium text-ok" : "font-medium text-warn"}>
              {formatSignedDays(sum)}
            </span>
            <span className="text-xs text-muted"> in all</span>
            <span className="sr-only"> {against}</span>
          </>
        )}
      </p>
      <ul className="grid content-start gap-0.5 text-muted">
        {finishes.slice(0, mostShown).map(({ project, finish, laterWorkingDays }) => (
          <li key={project.key} className="flex justify-between gap-3">
            <span className="truncate">{project.name}</span>
            <span className="whitespace-nowrap tabular-nums">
              {formatDate(finish)}, {formatSignedDays(laterWorkingDays)}
            </span>
          </li>
        ))}
        {finishes.length > mostShown && (
          <li className="text-xs">and {formatCount(finishes.length - mostShown, "more project")}</li>
        )}
      </ul>
    </li>
  );
}

const mostShown = 4;
