import { Card } from "@/ui/card";
import { formatDays } from "@/ui/format";
import type { Home } from "../queries";
import { Row, Rows } from "./rows";

/** Open decisions that the person owns: theirs to settle. */
export function OwnDecisionsCard({
  workspace,
  decisions,
}: {
  workspace: string;
  decisions: Home["toDecide"];
}) {
  return (
    <Card title="Yours to decide" hint="those first that move dates most">
      <Rows label="Yours to decide">
        {decisions.map((decision) => (
          <Row
            key={decision.id}
            href={`/w/${workspace}/projects/${decision.projectKey}/decisions/${decision.number}`}
            title={decision.question}
            about={`D-${decision.number} · ${decision.projectName} · ${formatDays(decision.spreadWorkingDays)} d between its options · ${decision.ageDays} d old`}
          />
        ))}
      </Rows>
    </Card>
  );
}
