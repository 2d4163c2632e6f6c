import type { Portfolio } from "../queries";
import { DecideNext } from "./decide-next";
import { EffortCard } from "./effort-card";
import { ExpertiseCard } from "./expertise-card";
import type { PortfolioFilter } from "./filter";
import { PartCard } from "./part-card";

/** What the shown projects add up to: where effort goes, which expertise is short, what to decide next. */
export default function Pictures({
  workspace,
  data,
  filter,
}: {
  workspace: string;
  data: Portfolio;
  filter: PortfolioFilter;
}) {
  return (
    <>
      <div className="mb-4 grid items-start gap-4 lg:grid-cols-2 xl:grid-cols-[280px_minmax(0,1fr)_290px]">
        <EffortCard workspace={workspace} effort={data.effort} filter={filter} />
        <ExpertiseCard workspace={workspace} expertise={data.expertise} filter={filter} />
        <DecideNext workspace={workspace} decisions={data.decideNext} openDecisions={data.openDecisions} />
      </div>
      {data.part !== null && <PartCard workspace={workspace} filter={filter} part={data.part} data={data} />}
    </>
  );
}
