import {
  type CheatSheetColumn,
  cheatSheet,
  disciplineName,
  type Phase,
  phases,
  roleById,
  techniques,
} from "@/planning";
import { Badge } from "@/ui/badge";
import { Card } from "@/ui/card";
import { formatDays } from "@/ui/format";
import { ExpertiseDots } from "@/ui/glyphs/expertise-dots";
import { phaseTones } from "@/ui/glyphs/phase-tone";
import { PageHeader } from "@/ui/page-header";
import { LearnedCard } from "./learned-card";
import { OwnFiguresRow, OwnFiguresTerm } from "./own-figures";
import { CalledHere, TechniqueList } from "./own-name";
import { footnotes, SourcesNote } from "./sources-note";

/** The published cheat sheet, with what Phasewise adds marked as such. The same on every workspace but for names of its own. */
export function CheatSheetScreen({ workspace }: { workspace: string }) {
  const { columns, rows, source } = cheatSheet;
  return (
    <>
      <PageHeader
        title="Time and effort cheat sheet"
        subtitle="Five techniques: how long training takes, what can be customized, what each is for, and the expertise it asks"
      />
      <div className="hidden overflow-x-auto rounded-lg border border-line bg-surface xl:block">
        <table className="w-full border-collapse text-left align-top">
          <caption className="sr-only">Time and effort by technique</caption>
          <thead>
            <tr>
              <td className="w-40 border-b border-line p-3" />
              {columns.map((column) => (
                <th
                  key={column.id}
                  scope="col"
                  className="border-b border-line p-3 align-bottom font-semibold"
                >
                  {column.name}
                  <Here column={column} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id}>
                <th scope="row" className="border-b border-line p-3 align-top font-medium">
                  {row.name}
                </th>
                {columns.map((column) => (
                  <td key={column.id} className="border-b border-line p-3 align-top text-sm">
                    <Facts column={column} row={row.id} />
                  </td>
                ))}
              </tr>
            ))}
            <OwnFiguresRow workspace={workspace} />
            <tr className="bg-accent-soft/50">
              <th scope="row" className="p-3 align-top font-medium">
                <Badge tone="accent">Phasewise adds</Badge>
                <span className="mt-1 block text-xs font-normal text-muted">
                  People's effort in one pass, from our standard tasks
                </span>
              </th>
              {columns.map((column) => (
                <td key={column.id} className="p-3 align-top text-sm">
                  <Ours column={column} />
                </td>
              ))}
            </tr>
          </tbody>
        </table>
      </div>
      <div className="grid gap-4 md:grid-cols-2 xl:hidden">
        {columns.map((column) => (
          <Card
            key={column.id}
            title={
              <>
                {column.name}
                <Here column={column} />
              </>
            }
          >
            <dl className="grid gap-2 text-sm">
              {rows.map((row) => (
                <div key={row.id}>
                  <dt className="text-xs text-muted">{row.name}</dt>
                  <dd>
                    <Facts column={column} row={row.id} />
                  </dd>
                </div>
              ))}
              <OwnFiguresTerm workspace={workspace} column={column} />
              <div className="-mx-2 rounded-md bg-accent-soft px-2 py-1.5">
                <dt className="text-xs text-accent">Phasewise adds</dt>
                <dd>
                  <Ours column={column} />
                </dd>
              </div>
            </dl>
          </Card>
        ))}
      </div>
      <p className="mt-3 max-w-prose text-xs text-muted">
        Facts after “{source.title}” ({source.author}, {source.date}), which credits “{source.after}”; told in
        our words. What is marked “Phasewise adds” is ours: a default you can replace project by project.
      </p>
      <ul className="mt-2 grid max-w-prose list-disc gap-1 pl-5 text-xs text-muted">
        {rows.map((row) => (
          <li key={row.id}>
            {row.name}: {row.note}
          </li>
        ))}
      </ul>
      <div className="mt-6">
        <LearnedCard workspace={workspace} />
      </div>
      <h2 className="mt-8 mb-3 text-lg font-semibold">The lifecycle</h2>
      <div className="grid gap-4 md:grid-cols-2 2xl:grid-cols-4">
        {phases.map((phase) => (
          <Card
            key={phase.id}
            title={
              <span className="flex items-center gap-2">
                <Badge tone={phaseTones[phase.id]}>{phase.number}</Badge> {phase.name}
              </span>
            }
          >
            <p className="text-sm">{phase.question}</p>
            <p className="mt-2 text-xs text-muted">Settles</p>
            <ul className="list-disc pl-5 text-sm">
              {phase.settles.map((item) => (
                <li key={item}>{item}</li>
              ))}
            </ul>
            <p className="mt-2 text-xs text-muted">Leaves with</p>
            <p className="text-sm">{phase.leavesWith}</p>
            <GateNote phase={phase} />
            <SourcesNote
              citations={
                footnotes([
                  ...phase.sources,
                  ...phase.gate.exitCriteria.flatMap((criterion) => criterion.sources),
                  ...phase.deliverables.flatMap((deliverable) => deliverable.sources),
                ]).citations
              }
            />
          </Card>
        ))}
      </div>
    </>
  );
}

/** A criterion that not every project is asked carries the techniques it comes with. */
function GateNote({ phase }: { phase: Phase }) {
  const { gate } = phase;
  return (
    <>
      <p className="mt-2 text-xs text-muted">
        Gate “{gate.name}”, {roleById(gate.approvedBy).name.toLowerCase()} approves
      </p>
      <ul className="list-disc pl-5 text-sm">
        {gate.exitCriteria.map((criterion) => (
          <li key={criterion.id}>
            {criterion.text}
            {criterion.appliesWith.length > 0 && (
              <span className="text-xs text-muted">
                {" "}
                (with <TechniqueList ids={criterion.appliesWith} />)
              </span>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

function Here({ column }: { column: CheatSheetColumn }) {
  const technique = techniques.find(
    ({ cheatSheetColumn, methodOf }) => cheatSheetColumn === column.id && methodOf === null,
  );
  return technique && <CalledHere id={technique.id} />;
}

function Facts({ column, row }: { column: CheatSheetColumn; row: keyof CheatSheetColumn["facts"] }) {
  const [first, ...more] = column.facts[row];
  if (row === "expertise") {
    return (
      <span className="flex items-center gap-2">
        {first} <ExpertiseDots level={column.expertise} label={null} />
      </span>
    );
  }
  if (more.length === 0) return first;
  return (
    <ul className="grid list-disc gap-1 pl-4">
      {column.facts[row].map((fact) => (
        <li key={fact}>{fact}</li>
      ))}
    </ul>
  );
}

function Ours({ column }: { column: CheatSheetColumn }) {
  const { effortPersonDays: effort, disciplines, methods, note } = column.ours;
  return (
    <span className="grid gap-1">
      <span className="tabular-nums">
        {formatDays(effort.optimistic)} – <b className="font-semibold">{formatDays(effort.mostLikely)}</b> –{" "}
        {formatDays(effort.pessimistic)} person-days
      </span>
      <span className="text-xs text-muted">{disciplines.map(disciplineName).join(", ")}</span>
      <span className="text-xs text-muted">{note}</span>
      {methods.length > 0 && (
        <span className="text-xs text-muted">
          Ways to choose from: <TechniqueList ids={methods} />
        </span>
      )}
    </span>
  );
}
