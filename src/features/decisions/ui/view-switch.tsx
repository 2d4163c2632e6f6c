import { Link } from "@/ui/link";
import { type DecisionFilter, decisionViews, filterAddress, inView } from "./decision-filter";

/** Leads to the same decisions in another view. */
export function ViewSwitch({ base, filter }: { base: string; filter: DecisionFilter }) {
  return (
    <nav aria-label="View" className="inline-flex gap-0.5 rounded-md bg-sunk p-0.5">
      {decisionViews.map((view) => (
        <Link
          key={view}
          href={filterAddress(base, inView(filter, view))}
          aria-current={view === filter.view ? "page" : undefined}
          className="grid min-h-7 place-items-center rounded border border-transparent px-2.5 text-sm text-muted capitalize transition-colors hover:text-ink aria-[current]:border-line aria-[current]:bg-surface aria-[current]:font-medium aria-[current]:text-ink aria-[current]:shadow-card pointer-coarse:min-h-9"
        >
          {view}
        </Link>
      ))}
    </nav>
  );
}
