import { Card } from "@/ui/card";
import { BarList } from "@/ui/charts/bar-list";
import { HeatGrid } from "@/ui/charts/heat-grid";
import { Histogram } from "@/ui/charts/histogram";
import { StackedBar } from "@/ui/charts/stacked-bar";
import { StackedBars } from "@/ui/charts/stacked-bars";
import { drivers, effortByProject, effortByQuarter, expertise, finish, parts } from "./chart-sample";

export function Charts({ theme }: { theme: string }) {
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-2">
        <Card title="Effort by phase" hint="person-days" level={3}>
          <StackedBars
            label={`Effort by phase and quarter, ${theme}`}
            groups={effortByQuarter}
            direction="columns"
          />
        </Card>
        <Card title="Effort by project" hint="person-days" level={3}>
          <StackedBars label={`Effort by phase and project, ${theme}`} groups={effortByProject} />
        </Card>
      </div>
      <Card title="Expertise: demand against people" hint="person-days" level={3}>
        <HeatGrid
          label={`Expertise demanded and at hand, ${theme}`}
          corner="Discipline"
          columns={["Low", "Medium", "Medium-High", "High"]}
          rows={expertise}
        />
      </Card>
      <div className="grid gap-4 sm:grid-cols-2">
        <Card title="Finish" level={3}>
          <Histogram
            label={`Finish in 10,000 runs, ${theme}: half by 9 April, 80 % by 30 April, 88 % by the target of 15 May`}
            bins={finish}
            marks={[
              { name: "P50 9 Apr", at: 0.36, look: "solid" },
              { name: "P80 30 Apr", at: 0.6, look: "dashed" },
              { name: "target 15 May", at: 0.74, look: "target" },
            ]}
            ends={["Mar", "Jul"]}
          />
        </Card>
        <div className="grid content-start gap-4">
          <Card title="What drives the spread" level={3}>
            <BarList label={`Drivers of the spread, ${theme}`} rows={drivers} />
          </Card>
          <Card title="Effort" level={3}>
            <StackedBar label={`Effort by phase, ${theme}`} parts={parts} />
          </Card>
        </div>
      </div>
    </>
  );
}
