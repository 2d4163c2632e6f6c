import { useNames } from "@/features/workspaces/ui";
import { type ProjectTemplate, techniqueById } from "@/planning";
import { formatCount } from "@/ui/format";
import { ExpertiseDots } from "@/ui/glyphs/expertise-dots";

/** What a template brings: its techniques with the expertise they need, and how many decisions it asks. */
export function TemplateHint({ template }: { template: ProjectTemplate }) {
  const { techniqueName } = useNames();
  const techniques = template.techniques.map(techniqueById);
  const hardest = techniques.reduce((peak, technique) =>
    technique.expertise > peak.expertise ? technique : peak,
  );
  return (
    <span className="grid gap-1">
      <span>{template.summary}</span>
      <span>
        {techniques.map(({ id }) => techniqueName(id)).join(", ")};{" "}
        {formatCount(template.suggestedDecisions.length, "decision")} to take.
      </span>
      <span className="flex flex-wrap items-center gap-1.5">
        <ExpertiseDots level={hardest.expertise} /> at most, for {techniqueName(hardest.id)}
      </span>
    </span>
  );
}
