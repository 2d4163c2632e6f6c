"use client";

import { useWorkspace } from "@/features/workspaces/ui";
import { useApi } from "@/platform/trpc/client";
import { useSubmit } from "@/platform/trpc/submit";
import { Button } from "@/ui/button";
import { Card } from "@/ui/card";
import { EmptyState } from "@/ui/empty-state";
import { FormError } from "@/ui/form-error";
import type { SavedSizing, SizingsOfProject } from "../queries";
import { SavedSizingItem } from "./saved-sizing-item";

/** The calculations that the project keeps, and those that were deleted and can be brought back. */
export function SavedSizings({
  workspace,
  projectKey,
  data,
  open,
  onOpen,
}: {
  workspace: string;
  projectKey: string;
  data: SizingsOfProject;
  open: string | null;
  onOpen: (saved: SavedSizing) => void;
}) {
  const mayEdit = useWorkspace(workspace).may("project.edit");
  const outdated = data.saved.filter(({ now }) => now !== null).length;
  return (
    <Card
      title="Kept with the project"
      hint={
        data.saved.length === 0
          ? undefined
          : outdated === 0
            ? `${data.saved.length}, all as they come out today`
            : `${data.saved.length}, ${outdated} ${outdated === 1 ? "comes" : "come"} out otherwise today`
      }
    >
      {data.saved.length === 0 ? (
        <EmptyState
          title="No calculation is kept yet"
          description="Give one a name and save it: it stays with its numbers and the catalogue's dates, is made again whenever this page is opened, and can be attached to an option of a decision as evidence."
        />
      ) : (
        <ul aria-label="Kept calculations" className="divide-y divide-line">
          {data.saved.map((saved) => (
            <SavedSizingItem
              key={saved.id}
              workspace={workspace}
              projectKey={projectKey}
              saved={saved}
              given={data.given}
              isOpen={saved.id === open}
              mayEdit={mayEdit}
              onOpen={() => onOpen(saved)}
            />
          ))}
        </ul>
      )}
      {mayEdit && data.deleted.length > 0 && <Deleted workspace={workspace} deleted={data.deleted} />}
    </Card>
  );
}

function Deleted({ workspace, deleted }: { workspace: string; deleted: SizingsOfProject["deleted"] }) {
  const api = useApi();
  const { submit, pending, message } = useSubmit(api.sizing.restore.mutate);
  return (
    <details className="mt-3 text-sm print:hidden">
      <summary className="w-fit cursor-pointer rounded text-muted hover:text-ink">
        Deleted ({deleted.length})
      </summary>
      <FormError message={message} />
      <ul className="mt-2 grid gap-1.5">
        {deleted.map(({ id, name }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-2">
            <span className="text-muted">{name}</span>
            <Button
              size="sm"
              pending={pending}
              aria-label={`Bring “${name}” back`}
              onClick={() => void submit((mutationId) => ({ workspace, mutationId, sizingId: id }))}
            >
              Bring back
            </Button>
          </li>
        ))}
      </ul>
    </details>
  );
}
