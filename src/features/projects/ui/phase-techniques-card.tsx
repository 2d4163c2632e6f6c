import { footnotes, SourcesNote } from "@/features/cheat-sheet/ui";
import type { Phase, PhaseId, Technique, TechniqueId } from "@/planning";
import { Badge } from "@/ui/badge";
import { Card } from "@/ui/card";
import { ExpertiseDots } from "@/ui/glyphs/expertise-dots";
import { phaseTones } from "@/ui/glyphs/phase-tone";
import { Link } from "@/ui/link";

/** By id, for those in the plan: the decision that brought it, null when the template did. */
export type Included = ReadonlyMap<TechniqueId, { readonly decision: number | null } | null>;

/** The phase's techniques with their ways of doing: what is in the plan, why, and what else there would be. */
export function PhaseTechniquesCard({
  phase: { id: phase, sources },
  techniques,
  included,
  base,
  passes,
}: {
  phase: Phase;
  techniques: readonly Technique[];
  included: Included;
  base: string;
  passes: { readonly taken: number; readonly budget: number };
}) {
  const own = techniques.filter((technique) => technique.phase === phase);
  const notes = footnotes([
    ...own.filter(({ id }) => included.has(id)).flatMap((technique) => technique.sources),
    ...sources,
  ]);
  return (
    <Card title="Techniques" hint="included or not, as decided">
      <ul className="grid gap-2.5 text-sm">
        {own
          .filter((technique) => technique.methodOf === null)
          .map((technique) => {
            const methods = own.filter((method) => method.methodOf === technique.id);
            const chosen = methods.filter((method) => included.has(method.id));
            const others = methods.filter((method) => !included.has(method.id));
            return (
              <li key={technique.id} className="grid gap-0.5">
                <TechniqueLine technique={technique} phase={phase} included={included} base={base} />
                <span className="text-xs text-muted">{technique.summary}</span>
                {chosen.length > 0 && (
                  <ul className="mt-1 grid gap-1.5 border-l-2 border-line pl-3">
                    {chosen.map((method) => (
                      <li key={method.id} className="grid gap-0.5">
                        <TechniqueLine technique={method} phase={phase} included={included} base={base} />
                        <span className="text-xs text-muted">{method.summary}</span>
                      </li>
                    ))}
                  </ul>
                )}
                {others.length > 0 && (
                  <span className="text-xs text-muted">
                    {chosen.length > 0 ? "Other ways: " : "Ways to do it: "}
                    {others.map((method) => method.name).join(", ")}
                  </span>
                )}
              </li>
            );
          })}
      </ul>
      {phase === "model-alignment" && (
        <p className="mt-3 border-t border-line pt-2 text-sm text-muted">
          Adapt and evaluate: pass {passes.taken} of a budget of {passes.budget}.
        </p>
      )}
      <SourcesNote citations={notes.citations} />
    </Card>
  );
}

function TechniqueLine({
  technique,
  phase,
  included,
  base,
}: {
  technique: Technique;
  phase: PhaseId;
  included: Included;
  base: string;
}) {
  const because = included.get(technique.id);
  const isIn = included.has(technique.id);
  return (
    <div className="flex flex-wrap items-center gap-2">
      <span className={isIn ? "font-medium" : "text-muted"}>{technique.name}</span>
      <Badge tone={isIn ? phaseTones[phase] : "neutral"}>{isIn ? "included" : "not included"}</Badge>
      <ExpertiseDots level={technique.expertise} />
      {because != null && because.decision !== null && (
        <Link
          href={`${base}/decisions/${because.decision}`}
          className="text-xs text-accent underline underline-offset-2"
        >
          by D-{because.decision}
        </Link>
      )}
    </div>
  );
}
