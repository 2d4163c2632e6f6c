import type { IsoDate } from "@/planning";
import { formatCount, formatDate, formatDays, formatPercent } from "@/ui/format";

type Spread = { readonly share: number; readonly costShare: number; readonly spreadWorkingDays: number };

/** What leaving the decision open costs the forecast, in a line. */
export function LeftOpen({ open, runs, asOf }: { open: Spread; runs: number; asOf: IsoDate }) {
  const days = formatDays(open.spreadWorkingDays);
  return (
    <p className="max-w-prose text-sm">
      <b className="font-semibold">Left open,</b>{" "}
      {open.share + open.costShare === 0 ? (
        "it does not widen the forecast: its options end alike."
      ) : (
        <>
          it makes {formatPercent(open.share)} of the variance of the finish and{" "}
          {formatPercent(open.costShare)} of that of the cost. Between its options' median finishes{" "}
          {days === "1" ? "lies 1 working day" : `lie ${days} working days`}.
        </>
      )}{" "}
      <span className="text-muted">
        From {formatCount(runs, "simulated run")}, as of {formatDate(asOf)}.
      </span>
    </p>
  );
}
