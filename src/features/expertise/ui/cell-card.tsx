import { X } from "lucide-react";
import { useEffect, useRef } from "react";
import { disciplineName, expertiseLevelName, isExpertiseLevel } from "@/planning";
import { Card } from "@/ui/card";
import { formatCount, formatDate } from "@/ui/format";
import { Link } from "@/ui/link";
import type { ExpertiseCell } from "../queries";
import { type ExpertiseAddress, expertiseAddress, type OpenCell } from "./address";
import { ClosingOptions } from "./closing-options";

/** What a cell is made of, to the hundredth; who could do it; what would close its gap. */
export function CellCard({
  workspace,
  address,
  open,
  cell,
  mayLevel,
}: {
  workspace: string;
  address: ExpertiseAddress;
  open: OpenCell;
  cell: ExpertiseCell | null;
  /** Whether the reader may have the portfolio levelled. */
  mayLevel: boolean;
}) {
  const panel = useRef<HTMLDivElement>(null);
  const shown = `${open.weekOn} ${open.discipline} ${open.level}`;
  // Where the page does not show it, as on a phone, opening it would seem to do nothing.
  useEffect(() => {
    if (shown !== "") panel.current?.scrollIntoView({ block: "nearest" });
  }, [shown]);
  return (
    <div ref={panel} className="mb-4 scroll-mt-16 scroll-mb-4">
      <Card
        title={`${disciplineName(open.discipline)}, ${expertiseLevelName(open.level)}, week of ${formatDate(open.weekOn)}`}
        hint={
          cell === null
            ? undefined
            : `${exactly(cell.demand)} asked${cell.short > 0 ? `, ${exactly(cell.short)} short` : ""}`
        }
        actions={
          <Link
            href={expertiseAddress(workspace, { ...address, open: null })}
            scroll={false}
            className="grid size-6 place-items-center rounded hover:bg-sunk"
          >
            <X aria-hidden="true" className="size-4" />
            <span className="sr-only">Close</span>
          </Link>
        }
      >
        {cell === null ? (
          <p className="text-sm text-muted">This week is not among the weeks ahead.</p>
        ) : (
          <>
            <div className="grid gap-6 md:grid-cols-3">
              <Work workspace={workspace} projects={cell.projects} />
              <People people={cell.people} workingDays={cell.workingDays} />
              <Remedies cell={cell} />
            </div>
            {mayLevel && cell.remedies !== null && (
              <ClosingOptions
                workspace={workspace}
                input={{ quantile: address.quantile, ...open }}
                cell={cell}
              />
            )}
          </>
        )}
      </Card>
    </div>
  );
}

const heading = "mb-2 text-xs text-muted";

function Work({ workspace, projects }: { workspace: string; projects: ExpertiseCell["projects"] }) {
  return (
    <div>
      <h3 className={heading}>What asks for it</h3>
      {projects.length === 0 && <p className="text-sm text-muted">Nothing in this week.</p>}
      <ul aria-label="What asks for it" className="grid max-h-96 gap-3 overflow-y-auto pr-1 text-sm">
        {projects.map((project) => (
          <li key={project.key}>
            <span className="flex justify-between gap-3 font-medium">
              <Link
                href={`/w/${workspace}/projects/${project.key}/plan`}
                className="underline-offset-2 hover:underline"
              >
                {project.name}
              </Link>
              <Amount personDays={project.personDays} />
            </span>
            <ul>
              {project.tasks.map((task) => (
                <li key={task.key} className="flex justify-between gap-3 text-muted">
                  <span>{task.name}</span>
                  <Amount personDays={task.personDays} />
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </div>
  );
}

function People({ people, workingDays }: { people: ExpertiseCell["people"]; workingDays: number }) {
  return (
    <div>
      <h3 className={heading}>
        People who could, and their time in its {formatCount(workingDays, "working day")}
      </h3>
      {people.length === 0 && <p className="text-sm text-warn">Nobody is at this level or above.</p>}
      <ul className="grid gap-1 text-sm">
        {people.map((person) => (
          <li key={person.id} className="flex justify-between gap-3">
            <span>
              {person.name} <span className="text-muted">{levelName(person.level)}</span>
              {person.ableFrom !== null && (
                <span className="block text-xs text-muted">
                  after a training, from {formatDate(person.ableFrom)}
                </span>
              )}
              {person.daysAway > 0 && (
                <span className="block text-xs text-muted">
                  away on {formatCount(person.daysAway, "working day")}
                </span>
              )}
            </span>
            <Amount personDays={person.personDays} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function Remedies({ cell: { remedies, short, demand, people } }: { cell: ExpertiseCell }) {
  if (remedies === null) {
    const what = demand === 0 ? "Nothing is asked." : "Everything asked can be done in this week.";
    return (
      <div>
        <h3 className={heading}>What would close the gap</h3>
        <p className="text-sm text-muted">There is no gap. {what}</p>
      </div>
    );
  }
  const supply = people.reduce((sum, person) => sum + person.personDays, 0);
  const otherWork = supply > 0 && demand <= supply;
  return (
    <div>
      <h3 className={heading}>What would close the gap of {exactly(short)}</h3>
      {otherWork && (
        <p className="mb-2 text-sm text-muted">
          The people who could are asked for by other work in this week.
        </p>
      )}
      <dl className="grid gap-2 text-sm">
        <div>
          <dt className="font-medium">Hire or borrow</dt>
          <dd>{exactly(remedies.hirePersonDays)} at this level or above in this week.</dd>
        </div>
        <div>
          <dt className="font-medium">Train</dt>
          <dd>
            {remedies.train.length === 0
              ? "Nobody below the level has time left in this week."
              : remedies.train.map((person) => (
                  <span key={person.personId} className="block">
                    {person.name}, now {person.fromLevel === 0 ? "new to it" : levelName(person.fromLevel)}:{" "}
                    {exactly(Math.min(person.sparePersonDays, short))} of it
                  </span>
                ))}
          </dd>
        </div>
        <div>
          <dt className="font-medium">Shift</dt>
          <dd>
            {remedies.shiftToWeekOn === null || remedies.shiftWeeks === null
              ? "No later week shown here has room for all of it."
              : `By ${formatCount(remedies.shiftWeeks, "week")}: in the week of ${formatDate(remedies.shiftToWeekOn)} able people have time for all of it.`}
          </dd>
        </div>
      </dl>
    </div>
  );
}

function levelName(level: number): string {
  return isExpertiseLevel(level) ? expertiseLevelName(level) : "";
}

const hundredths = new Intl.NumberFormat("en-GB", { minimumFractionDigits: 2, maximumFractionDigits: 2 });

function exactly(personDays: number): string {
  return `${hundredths.format(personDays)}\u00a0pd`;
}

function Amount({ personDays }: { personDays: number }) {
  return <span className="whitespace-nowrap tabular-nums">{exactly(personDays)}</span>;
}
