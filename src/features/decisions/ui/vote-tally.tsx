import type { Tally } from "@/planning";
import { formatCount } from "@/ui/format";
import { letterOf } from "@/ui/option-letter";

/** Votes by option, the most with a full bar. */
export function VoteTally({
  tally,
  options,
}: {
  tally: Tally;
  options: readonly { id: string; title: string }[];
}) {
  const most = Math.max(1, ...tally.votes.map(({ count }) => count));
  return (
    <ul aria-label="Votes" className="mb-3 grid gap-1.5 text-xs">
      {tally.votes.map(({ optionId, count }, place) => (
        <li key={optionId} className="grid grid-cols-[1fr_auto] items-baseline gap-x-3 gap-y-0.5">
          <span className="truncate">
            {letterOf(place)} · {options.find((option) => option.id === optionId)?.title}
          </span>
          <span className="tabular-nums">{formatCount(count, "vote")}</span>
          <span aria-hidden="true" className="col-span-2 h-1 rounded-full bg-sunk">
            <span
              className={`block h-full rounded-full ${tally.plurality.includes(optionId) ? "bg-accent" : "bg-line-strong"}`}
              style={{ width: `${(100 * count) / most}%` }}
            />
          </span>
        </li>
      ))}
      {tally.abstentions > 0 && (
        <li className="text-muted">{formatCount(tally.abstentions, "abstention")}</li>
      )}
    </ul>
  );
}
