"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { type CheatSheetColumn, cheatSheet, techniques } from "@/planning";
import { useTRPC } from "@/platform/trpc/client";
import { formatCount } from "@/ui/format";
import { Link } from "@/ui/link";

/** What the workspace's own finished tasks took of what was estimated, beside the published figures; nothing where there are none. */
export function OwnFiguresRow({ workspace }: { workspace: string }) {
  const figureOf = useOwnFigures(workspace);
  const { columns } = cheatSheet;
  if (columns.every((column) => figureOf(column) === null)) return null;
  return (
    <tr>
      <th scope="row" className="border-b border-line p-3 align-top font-medium">
        Our own figures
        <span className="mt-1 block text-xs font-normal text-muted">
          People's effort here, as a multiple of what was estimated
        </span>
      </th>
      {columns.map((column) => (
        <td key={column.id} className="border-b border-line p-3 align-top text-sm">
          <Figure workspace={workspace} of={figureOf(column)} />
        </td>
      ))}
    </tr>
  );
}

export function OwnFiguresTerm({ workspace, column }: { workspace: string; column: CheatSheetColumn }) {
  const figure = useOwnFigures(workspace)(column);
  if (figure === null) return null;
  return (
    <div>
      <dt className="text-xs text-muted">Our own figures, as a multiple of what was estimated</dt>
      <dd>
        <Figure workspace={workspace} of={figure} />
      </dd>
    </div>
  );
}

function useOwnFigures(workspace: string) {
  const trpc = useTRPC();
  const { data } = useSuspenseQuery(trpc.learning.cohorts.queryOptions({ workspace, by: "technique" }));
  return (column: CheatSheetColumn) => {
    const technique = techniques.find(
      ({ cheatSheetColumn, methodOf }) => cheatSheetColumn === column.id && methodOf === null,
    );
    const cohort = data.find(({ id }) => id === technique?.id);
    return cohort === undefined || cohort.effort.ratio === null ? null : cohort;
  };
}

function Figure({ workspace, of }: { workspace: string; of: ReturnType<ReturnType<typeof useOwnFigures>> }) {
  if (of === null || of.effort.ratio === null) return <span className="text-muted">none yet</span>;
  const { ratio, interval, tasks, tooFew } = of.effort;
  return (
    <Link
      href={`/w/${workspace}/learn?by=technique&cohort=${of.id}`}
      className="tabular-nums underline decoration-line-strong underline-offset-2 hover:decoration-ink"
    >
      <b className="font-semibold">{ratio.toFixed(2)} ×</b>
      {interval !== null && ` (${interval[0].toFixed(2)} to ${interval[1].toFixed(2)})`} from{" "}
      {formatCount(tasks, "finished task")}
      {tooFew && ": too few to rely on"}
    </Link>
  );
}
