"use client";

import { useQuery } from "@tanstack/react-query";
import { useApi, useTRPC } from "@/platform/trpc/client";
import { useSubmit } from "@/platform/trpc/submit";
import { Button } from "@/ui/button";
import { Card } from "@/ui/card";
import { FormError } from "@/ui/form-error";
import { formatDate } from "@/ui/format";
import { toast } from "@/ui/toast";

/** Deleted projects, to be restored. Nothing while there are none. */
export function DeletedProjects({ workspace }: { workspace: string }) {
  const api = useApi();
  const trpc = useTRPC();
  const { data: projects = [] } = useQuery(trpc.projects.deleted.queryOptions({ workspace }));
  const { submit, pending, message } = useSubmit(api.projects.restore.mutate, ({ key }) => {
    toast.success(`${key} is back`);
  });
  if (projects.length === 0) return null;
  return (
    <Card title="Deleted" hint="kept, with everything in them" className="mt-6 max-w-2xl">
      <FormError message={message} />
      <ul className="grid text-sm">
        {projects.map((project) => (
          <li key={project.id} className="flex items-center gap-3 border-t border-line py-1.5 first:border-0">
            <span className="min-w-0 flex-1">
              {project.name} <span className="text-muted">{project.key}</span>
            </span>
            {project.deletedAt !== null && (
              <span className="text-xs text-muted">{formatDate(project.deletedAt)}</span>
            )}
            <Button
              size="sm"
              pending={pending}
              aria-label={`Restore ${project.name}`}
              onClick={() => void submit((mutationId) => ({ workspace, mutationId, projectId: project.id }))}
            >
              Restore
            </Button>
          </li>
        ))}
      </ul>
    </Card>
  );
}
