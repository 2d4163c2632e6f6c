import type { ReactNode } from "react";
import { chanceOfAtMost, chanceToFinishBy, type Forecast, type IsoDate } from "@/planning";
import { formatDate, formatMoney, formatPercent } from "@/ui/format";
import { Link } from "@/ui/link";

type Limits = { readonly targetOn: IsoDate | null; readonly budgetMinor: number | null };

/** How likely deadline and budget hold, and what would hold with 80 %. */
export function Chances({
  stored,
  tried,
  limits: { targetOn, budgetMinor },
  currency,
  settings,
}: {
  stored: Forecast;
  tried: Forecast | null;
  limits: Limits;
  currency: string;
  /** Where deadline and budget are set. */
  settings: string;
}) {
  const money = (minor: number) => formatMoney(minor, currency, { compact: true });
  return (
    <dl className="grid gap-x-6 gap-y-3 md:grid-cols-2">
      <Chance
        name="Deadline"
        limit={targetOn === null ? null : formatDate(targetOn)}
        chance={targetOn === null ? null : chanceToFinishBy(stored, targetOn)}
        triedChance={targetOn === null || tried === null ? null : chanceToFinishBy(tried, targetOn)}
        settings={settings}
      >
        {formatDate(stored.finish.p80)} would be kept with 80 %
        {tried !== null && <Tried>{formatDate(tried.finish.p80)}</Tried>}
      </Chance>
      <Chance
        name="Budget"
        limit={budgetMinor === null ? null : money(budgetMinor)}
        chance={budgetMinor === null ? null : chanceOfAtMost(stored.spread.costMinor, budgetMinor)}
        triedChance={
          budgetMinor === null || tried === null ? null : chanceOfAtMost(tried.spread.costMinor, budgetMinor)
        }
        settings={settings}
      >
        {money(stored.costMinor.p80)} would be kept with 80 %
        {tried !== null && <Tried>{money(tried.costMinor.p80)}</Tried>}
      </Chance>
    </dl>
  );
}

function Chance({
  name,
  limit,
  chance,
  triedChance,
  settings,
  children,
}: {
  name: string;
  limit: string | null;
  chance: number | null;
  triedChance: number | null;
  settings: string;
  children: ReactNode;
}) {
  return (
    <div>
      <dt className="text-xs text-muted">
        {name}
        {limit !== null && ` ${limit}`}
      </dt>
      <dd>
        {chance === null ? (
          <span className="text-sm">
            None is set.{" "}
            <Link href={settings} className="text-accent underline underline-offset-2">
              Set it with “Edit project”
            </Link>
          </span>
        ) : (
          <span>
            <span className="text-lg font-semibold tabular-nums">{formatPercent(chance)}</span>{" "}
            <span className="text-sm text-muted">chance to keep it</span>
            {triedChance !== null && <Tried>{formatPercent(triedChance)}</Tried>}
          </span>
        )}
        <span className="mt-0.5 block text-xs text-muted tabular-nums">{children}</span>
      </dd>
    </div>
  );
}

function Tried({ children }: { children: ReactNode }) {
  return <span className="text-sm text-accent tabular-nums"> · what if: {children}</span>;
}
