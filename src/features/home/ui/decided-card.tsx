import { Card } from "@/ui/card";
import { RelativeTime } from "@/ui/time";
import type { Home } from "../queries";
import { AllLink, Row, Rows } from "./rows";

type Decided = NonNullable<Home["recent"]>["decided"];

/** What was decided last. */
export function DecidedCard({ workspace, decided }: { workspace: string; decided: Decided }) {
  return (
    <Card
      title="Decided lately"
      actions={<AllLink href={`/w/${workspace}/decisions`}>all decisions</AllLink>}
    >
      {decided.length === 0 ? (
        <p className="text-sm text-muted">Nothing is decided yet.</p>
      ) : (
        <Rows label="Decided lately">
          {decided.map(({ id, number, question, project, chosen, decidedAt }) => (
            <Row
              key={id}
              href={`/w/${workspace}/projects/${project.key}/decisions/${number}`}
              title={question}
              about={
                <>
                  <span className="text-ink">{chosen}</span> · D-{number} · {project.name} ·{" "}
                  <RelativeTime at={decidedAt} />
                </>
              }
            />
          ))}
        </Rows>
      )}
    </Card>
  );
}
