import { Card } from "@/ui/card";
import { RelativeTime } from "@/ui/time";
import type { Home } from "../queries";
import { AllLink, Row, Rows } from "./rows";

/** The newest of an inbox, and the way to all. */
export function InboxCard({
  workspace,
  title,
  head: { items, total },
  to,
  empty,
}: {
  workspace: string;
  title: string;
  head: Home["toDo"];
  to: string;
  /** What would be here. */
  empty: string;
}) {
  return (
    <Card
      title={title}
      {...(total > 0 ? { hint: String(total) } : {})}
      actions={total > items.length ? <AllLink href={to}>all {total}</AllLink> : null}
    >
      {items.length === 0 ? (
        <p className="text-sm text-muted">{empty}</p>
      ) : (
        <Rows label={title}>
          {items.map((item) => (
            <Row
              key={item.id}
              href={`/w/${workspace}/${item.path}`}
              title={item.title}
              about={
                <>
                  {item.sentence}
                  {item.excerpt !== "" && <span className="text-ink"> — “{item.excerpt}”</span>}
                  {item.projectName !== null && item.title !== item.projectName && ` · ${item.projectName}`} ·{" "}
                  <RelativeTime at={item.at} />
                </>
              }
            />
          ))}
        </Rows>
      )}
    </Card>
  );
}
