import { useNames } from "@/features/workspaces/ui";
import { expertiseLevelName, type PlanDifference, phaseNames, taskStandards } from "@/planning";
import { formatDays, formatSignedDays } from "@/ui/format";
import { Table, Td, Th } from "@/ui/table";

type Row = { id: string; name: string; before: number | null; after: number | null; note?: string };

/** The same difference by phase and by task: which ones come in, go out, or take more or less. */
export default function ChangesTable({ difference, label }: { difference: PlanDifference; label: string }) {
  const { phases, tasksAdded, tasksRemoved, tasksChanged } = difference;
  const { ownTaskName } = useNames();
  // Records outlive standards: a task that is no more is shown by its key.
  const taskName = (key: string) =>
    ownTaskName(key) ?? taskStandards.find((standard) => standard.key === key)?.name ?? key;
  const rows: Row[] = [
    ...phases.map(({ phase, before, after }) => ({ id: phase, name: phaseNames[phase], before, after })),
    ...tasksChanged.map(({ key, before, after }) => ({
      id: key,
      name: taskName(key),
      before: before.effortPersonDays,
      after: after.effortPersonDays,
      note:
        before.level === after.level
          ? "changes"
          : `now ${expertiseLevelName(after.level)} instead of ${expertiseLevelName(before.level)}`,
    })),
    ...tasksAdded.map((key) => ({
      id: key,
      name: taskName(key),
      before: null,
      after: null,
      note: "comes in",
    })),
    ...tasksRemoved.map((key) => ({
      id: key,
      name: taskName(key),
      before: null,
      after: null,
      note: "goes out",
    })),
  ];
  return (
    <Table label={`${label}, by phase and task`}>
      <thead>
        <tr>
          <Th>Person-days, mean</Th>
          <Th numeric>Before</Th>
          <Th numeric>After</Th>
          <Th numeric>Difference</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, name, before, after, note }) => (
          <tr key={id}>
            <th scope="row" className="border-b border-line px-2.5 py-1.5 text-left font-normal">
              {name}
              {note !== undefined && <span className="text-xs text-muted"> · {note}</span>}
            </th>
            <Td numeric className="py-1.5! whitespace-nowrap text-muted">
              {before === null ? "–" : formatDays(before)}
            </Td>
            <Td numeric className="py-1.5! whitespace-nowrap">
              {after === null ? "–" : formatDays(after)}
            </Td>
            <Td numeric className="py-1.5! font-medium whitespace-nowrap">
              {before === null || after === null ? "–" : formatSignedDays(after - before, "pd")}
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
