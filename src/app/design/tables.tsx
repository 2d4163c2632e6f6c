import { Card } from "@/ui/card";
import { formatDateRange, formatPercent, formatPersonDays } from "@/ui/format";
import { ForecastBar } from "@/ui/glyphs/forecast-bar";
import { LifecycleMap } from "@/ui/glyphs/lifecycle-map";
import { Table, Td, Th } from "@/ui/table";
import { sampleDecisions } from "./sample";

const projects = [
  { name: "Support assistant", key: "SUP", at: 0.22, tone: "align", personDays: 86, chance: 0.88 },
  { name: "Clinical summaries", key: "CLN", at: 0.34, tone: "select", personDays: 142, chance: 0.31 },
  { name: "Finance model", key: "FIN", at: 0.48, tone: "scope", personDays: 610, chance: 0.64 },
] as const;

const decisions = sampleDecisions([
  [1, 0],
  [1, 1],
  [0, 2],
  [0, 0],
]);

export function Tables({ theme }: { theme: string }) {
  return (
    <Card className="px-1.5! py-1!">
      <Table label={`Projects, ${theme}`}>
        <thead>
          <tr>
            <Th>Project</Th>
            <Th>Lifecycle</Th>
            <Th className="min-w-40">Forecast finish</Th>
            <Th>P50 – P95</Th>
            <Th numeric>Effort</Th>
            <Th numeric>On time</Th>
          </tr>
        </thead>
        <tbody>
          {projects.map(({ name, key, at, tone, personDays, chance }) => (
            <tr key={key}>
              <Td>
                <span className="block font-medium whitespace-nowrap">{name}</span>
                <span className="text-xs text-muted">{key}</span>
              </Td>
              <Td>
                <LifecycleMap
                  size="row"
                  stations={["done", "current", "ahead", "ahead"]}
                  decisions={decisions}
                  loopPass={0}
                />
              </Td>
              <Td>
                <ForecastBar
                  p10={at}
                  p50={at + 0.12}
                  p80={at + 0.24}
                  p95={at + 0.4}
                  target={at + 0.28}
                  tone={tone}
                  label={`${name}: P50 12 January, P80 3 February, P95 9 March`}
                />
              </Td>
              <Td className="whitespace-nowrap">{formatDateRange("2027-01-12", "2027-03-09")}</Td>
              <Td numeric>{formatPersonDays(personDays, { short: true })}</Td>
              <Td numeric>{formatPercent(chance)}</Td>
            </tr>
          ))}
        </tbody>
      </Table>
    </Card>
  );
}
