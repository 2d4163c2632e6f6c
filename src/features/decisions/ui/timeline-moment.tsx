import { DecisionDiamond, SuggestionDiamond } from "@/ui/glyphs/decision-diamond";
import { Link } from "@/ui/link";
import { DateText } from "@/ui/time";
import type { Moment } from "../timeline-rules";

/** What happened to a decision on a day, or is to: the day, the step, the question, and what was said. */
export function TimelineMoment({
  workspace,
  moment,
  today,
}: {
  workspace: string;
  moment: Moment;
  today: string;
}) {
  const { kind, on, who, words, decision } = moment;
  const missed = (kind === "due" || kind === "review") && on < today;
  return (
    <li className="relative mb-3 grid gap-x-3 pl-5 text-sm last:mb-0 sm:grid-cols-[8.5rem_minmax(0,1fr)]">
      <span className="absolute top-0.5 -left-[8px] bg-paper">
        <Glyph kind={kind} />
      </span>
      <p className="flex flex-wrap items-baseline gap-x-2 sm:block">
        <span className={missed ? "font-medium text-warn" : "font-medium"}>
          {missed ? missedNames[kind] : momentNames[kind]}
        </span>{" "}
        <span className="text-xs text-muted tabular-nums sm:block">
          <DateText date={on} />
        </span>
      </p>
      <div className="min-w-0 [overflow-wrap:anywhere]">
        <Link
          href={`/w/${workspace}/projects/${decision.project.key}/decisions/${decision.number}`}
          className="font-medium hover:underline"
        >
          {decision.question}
        </Link>
        {words !== "" && <p className="line-clamp-2">{words}</p>}
        <p className="text-xs text-muted">
          {decision.project.name} · D-{decision.number}
          {who !== null && ` · ${who}`}
        </p>
      </div>
    </li>
  );
}

function Glyph({ kind }: { kind: Moment["kind"] }) {
  if (kind === "due" || kind === "review") return <SuggestionDiamond />;
  const open = kind === "asked" || kind === "reopened";
  return <DecisionDiamond open={open} superseded={kind === "superseded"} label={null} />;
}

const momentNames = {
  asked: "Asked",
  decided: "Decided",
  confirmed: "Still holds",
  reopened: "Reopened",
  superseded: "Superseded",
  due: "Due",
  review: "To be looked at again",
} as const satisfies Record<Moment["kind"], string>;

const missedNames = { ...momentNames, due: "Overdue", review: "Overdue to look at again" } as const;
