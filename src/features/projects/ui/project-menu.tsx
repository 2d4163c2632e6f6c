"use client";

import { Ellipsis, Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { useApi } from "@/platform/trpc/client";
import { useSubmit } from "@/platform/trpc/submit";
import { ConfirmDialog } from "@/ui/confirm-dialog";
import { FormError } from "@/ui/form-error";
import { IconButton } from "@/ui/icon-button";
import { Menu, MenuItem } from "@/ui/menu";
import { toast } from "@/ui/toast";

/** What is seldom done to a project: deleting it, which can be undone. */
export function ProjectMenu({
  workspace,
  project,
}: {
  workspace: string;
  project: { id: string; version: number; name: string };
}) {
  const api = useApi();
  const router = useRouter();
  const [asking, setAsking] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const restore = useSubmit(api.projects.restore.mutate, () => {
    toast.success(`${project.name} is back`);
  });
  const remove = useSubmit(api.projects.delete.mutate, () => {
    router.push(`/w/${workspace}/projects`);
    toast.success(`${project.name} is deleted`, {
      action: {
        label: "Undo",
        onClick: () =>
          void restore.submit((mutationId) => ({ workspace, mutationId, projectId: project.id })),
      },
    });
  });
  return (
    <>
      <Menu
        trigger={
          <IconButton ref={opener} label="More">
            <Ellipsis aria-hidden="true" className="size-4" />
          </IconButton>
        }
      >
        <MenuItem
          danger
          icon={<Trash2 aria-hidden="true" className="size-4" />}
          onSelect={() => setAsking(true)}
        >
          Delete project…
        </MenuItem>
      </Menu>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        opener={opener}
        title={`Delete ${project.name}?`}
        description="It leaves the portfolio and every list. Its decisions, comments and plan are kept, and it can be restored from the list of projects."
        confirm="Delete project"
        onConfirm={() =>
          void remove.submit((mutationId) => ({
            workspace,
            mutationId,
            projectId: project.id,
            version: project.version,
          }))
        }
      />
      <FormError message={remove.message ?? restore.message} />
    </>
  );
}
