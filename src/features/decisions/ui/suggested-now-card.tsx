"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { useWorkspace } from "@/features/workspaces/ui";
import { phaseNames } from "@/planning";
import { useTRPC } from "@/platform/trpc/client";
import { Card } from "@/ui/card";
import { formatCount } from "@/ui/format";
import { Link } from "@/ui/link";
import { SuggestionList } from "./suggestion-list";

/** What the lifecycle suggests to decide in the phase that each project is in. */
export function SuggestedNowCard({ workspace }: { workspace: string }) {
  const trpc = useTRPC();
  const frame = useWorkspace(workspace);
  const { data: projects } = useSuspenseQuery(trpc.decisions.suggestedNow.queryOptions({ workspace }));
  if (projects.length === 0) return null;
  return (
    <div className="mt-6">
      <Card title="Suggested by the lifecycle" hint="for the phase each project is in">
        {projects.map((project) => (
          <details key={project.id} className="border-t border-line py-2 first-of-type:border-0">
            <summary className="w-fit rounded text-sm hover:text-ink">
              <span className="font-medium">{project.name}</span>{" "}
              <span className="text-muted">
                {phaseNames[project.phase]} · {formatCount(project.suggestions.length, "suggestion")}
              </span>
            </summary>
            <div className="mt-1 sm:pl-4">
              <SuggestionList
                workspace={workspace}
                project={project}
                suggestions={project.suggestions}
                mayAsk={frame.may("decision.ask")}
              />
              <Link
                href={`/w/${workspace}/projects/${project.key}/phases/${project.phase}`}
                className="text-xs text-accent underline underline-offset-2"
              >
                The phase, with what was dismissed
              </Link>
            </div>
          </details>
        ))}
      </Card>
    </div>
  );
}
