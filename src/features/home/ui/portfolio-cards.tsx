import { DecideNext, HealthMark } from "@/features/portfolio/ui";
import { projectAddress } from "@/features/projects/ui";
import { disciplineName, expertiseLevelName } from "@/planning";
import { Callout } from "@/ui/callout";
import { Card } from "@/ui/card";
import { formatCount, formatDate, formatPersonDays } from "@/ui/format";
import { ExpertiseDots } from "@/ui/glyphs/expertise-dots";
import type { Home } from "../queries";
import { AllLink, Row, Rows } from "./rows";

type Needs = NonNullable<Home["portfolio"]>;

/** What a lead looks after over all projects. */
export function PortfolioCards({
  workspace,
  currency,
  needs: { decideNext, openDecisions, offTrack, offTrackCount, tightest, stale },
}: {
  workspace: string;
  currency: string;
  needs: Needs;
}) {
  const base = `/w/${workspace}`;
  return (
    <>
      {stale > 0 && (
        <Callout>
          {formatCount(stale, "forecast is", "forecasts are")} of another day or of other standards. They are
          being made anew, and this page follows by itself.
        </Callout>
      )}
      <DecideNext workspace={workspace} decisions={decideNext.slice(0, 4)} openDecisions={openDecisions} />
      <Card
        title="Dates and budgets not safe"
        {...(offTrackCount > 0 ? { hint: String(offTrackCount) } : {})}
        actions={
          offTrackCount > offTrack.length ? (
            <AllLink href={`${base}/portfolio?sort=health&view=all`}>all {offTrackCount}</AllLink>
          ) : null
        }
      >
        {offTrack.length === 0 ? (
          <p className="text-sm text-muted">
            No project misses its target or its budget, as far as the forecasts say.
          </p>
        ) : (
          <Rows label="Dates and budgets not safe">
            {offTrack.map(({ id, key, name, ownerName, health }) => (
              <Row
                key={id}
                href={projectAddress(workspace, key)}
                title={name}
                about={ownerName}
                aside={
                  <div className="shrink-0 text-right text-xs">
                    <HealthMark health={health} currency={currency} />
                  </div>
                }
              />
            ))}
          </Rows>
        )}
      </Card>
      <Card
        title="Expertise that is short"
        hint="next 8 weeks, P80"
        actions={<AllLink href={`${base}/expertise`}>by week</AllLink>}
      >
        {tightest.length === 0 ? (
          <p className="text-sm text-muted">There are people enough for what the plans ask.</p>
        ) : (
          <Rows label="Expertise that is short">
            {tightest.map(({ discipline, level, weekOn, personDays, href }) => (
              <Row
                key={`${discipline} ${level}`}
                href={href}
                title={disciplineName(discipline)}
                about={
                  <span className="flex gap-x-1.5">
                    <span className="shrink-0 pt-[3px]">
                      <ExpertiseDots level={level} label={null} />
                    </span>
                    <span>
                      {expertiseLevelName(level)}, from the week of {formatDate(weekOn)}
                    </span>
                  </span>
                }
                aside={<span className="shrink-0 tabular-nums">{formatPersonDays(personDays)} short</span>}
              />
            ))}
          </Rows>
        )}
      </Card>
    </>
  );
}
