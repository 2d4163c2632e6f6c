import type { Assumption, AssumptionSubject } from "@/planning";
import { Badge } from "@/ui/badge";
import { Link } from "@/ui/link";

/** What the figures rest on; where that is a standard, whose it is and the way to change it. */
export function AssumptionText({
  workspace,
  assumption: { text, about, isOwn },
}: {
  workspace: string;
  assumption: Assumption;
}) {
  if (about === null) return text;
  const anchor = about === "tasks" ? "" : `#${about}`;
  return (
    <>
      {text} {isOwn && <Badge tone="accent">the workspace's own</Badge>}{" "}
      <Link
        href={`/w/${workspace}/settings/standards${anchor}`}
        className="text-accent underline underline-offset-2"
      >
        {wordsOf[about]}
      </Link>
    </>
  );
}

const wordsOf: Readonly<Record<AssumptionSubject, string>> = {
  tasks: "Standards of tasks",
  holidays: "Public holidays",
  loop: "The loop",
  correlation: "What tasks share",
  accelerator: "The accelerator",
};
