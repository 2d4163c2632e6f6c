import { disciplineName } from "@/planning";
import { Card } from "@/ui/card";
import { formatDays, formatPercent } from "@/ui/format";
import { Table, Td, Th } from "@/ui/table";
import type { ScheduleResult } from "../queries";

/** What the schedule asks of those who know each discipline. */
export function LoadCard({ loads }: { loads: ScheduleResult["loads"] }) {
  return (
    <Card title="Load by discipline" hint="person-days as scheduled">
      <Table label="Load by discipline">
        <thead>
          <tr>
            <Th>Discipline</Th>
            <Th numeric>To do</Th>
            <Th numeric>People</Th>
            <Th numeric>Busiest week</Th>
            <Th numeric>Of their time</Th>
          </tr>
        </thead>
        <tbody>
          {loads.map((load) => (
            <tr key={load.discipline}>
              <Td>{disciplineName(load.discipline)}</Td>
              <Td numeric>{formatDays(load.effortPersonDays)}</Td>
              <Td numeric>{load.people}</Td>
              <Td numeric>{formatDays(load.mostPersonDays)}</Td>
              <Td numeric>
                {load.capacityPersonDaysPerWeek === 0
                  ? "–"
                  : formatPercent(load.mostPersonDays / load.capacityPersonDaysPerWeek)}
              </Td>
            </tr>
          ))}
        </tbody>
      </Table>
      <p className="mt-2 text-xs text-muted">
        A person counts in each discipline they know. Nobody is given more than their time, except by fixed
        projects.
      </p>
    </Card>
  );
}
