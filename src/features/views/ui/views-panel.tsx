"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { useWorkspace } from "@/features/workspaces/ui";
import { useApi, useTRPC } from "@/platform/trpc/client";
import { useSubmit } from "@/platform/trpc/submit";
import { Button } from "@/ui/button";
import type { DialogState } from "@/ui/dialog-on-demand";
import DialogPanel from "@/ui/dialog-panel";
import { Field } from "@/ui/field";
import { FormError } from "@/ui/form-error";
import { Select } from "@/ui/select";
import { viewScopes } from "../schema";
import { ViewItem } from "./view-item";

const titles = { personal: "Only for you", shared: "For everybody here" } as const;

/** The saved views: named, ordered, shared and deleted here, and which one comes first. */
export default function ViewsPanel({ workspace, ...dialog }: { workspace: string } & DialogState) {
  const api = useApi();
  const trpc = useTRPC();
  const frame = useWorkspace(workspace);
  const { data } = useSuspenseQuery(trpc.views.mine.queryOptions({ workspace }));
  const arrange = useSubmit(api.views.arrange.mutate);
  const first = useSubmit(api.views.setDefault.mutate);
  const restore = useSubmit(api.views.restore.mutate);
  const mayShare = frame.may("view.share");
  return (
    <DialogPanel
      {...dialog}
      title="Views"
      description="A view keeps a filter of the portfolio under a name. Set the filter, then save it as a view."
    >
      <FormError message={arrange.message ?? first.message ?? restore.message} />
      <Field label="You see first">
        <Select
          value={data.defaultId ?? ""}
          onChange={(event) => {
            const viewId = event.target.value === "" ? null : event.target.value;
            void first.submit((mutationId) => ({ workspace, mutationId, viewId }));
          }}
        >
          <option value="">All projects</option>
          {data.views.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
      {data.views.length === 0 && <p className="mt-4 text-sm text-muted">No view is saved yet.</p>}
      {viewScopes.map((scope) => {
        const views = data.views.filter((view) => view.scope === scope);
        if (views.length === 0) return null;
        const ids = views.map(({ id }) => id);
        const editable = scope === "personal" || mayShare;
        return (
          <section key={scope} aria-label={titles[scope]} className="mt-4">
            <h3 className="text-sm font-medium">{titles[scope]}</h3>
            <ul className="grid">
              {views.map((view, place) => (
                <ViewItem
                  key={`${view.id} ${view.version}`}
                  workspace={workspace}
                  view={view}
                  editable={editable}
                  mayShare={mayShare && (scope === "personal" || view.ownerId === frame.membershipId)}
                  onMove={(by) =>
                    void arrange.submit((mutationId) => ({
                      workspace,
                      mutationId,
                      scope,
                      viewIds: moved(ids, place, place + by),
                    }))
                  }
                  isFirst={place === 0}
                  isLast={place === views.length - 1}
                />
              ))}
            </ul>
          </section>
        );
      })}
      {data.deleted.length > 0 && (
        <details className="mt-4 text-sm">
          <summary className="min-h-6 w-fit cursor-pointer text-muted hover:text-ink">Deleted views</summary>
          <ul className="mt-1 grid">
            {data.deleted.map(({ id: viewId, name }) => (
              <li key={viewId} className="flex items-center gap-3 border-t border-line py-1.5 first:border-0">
                <span className="min-w-0 flex-1">{name}</span>
                <Button
                  size="sm"
                  pending={restore.pending}
                  aria-label={`Bring ${name} back`}
                  onClick={() => void restore.submit((mutationId) => ({ workspace, mutationId, viewId }))}
                >
                  Bring back
                </Button>
              </li>
            ))}
          </ul>
        </details>
      )}
    </DialogPanel>
  );
}

/** The list with the one at `from` at `to`. */
function moved(ids: readonly string[], from: number, to: number): string[] {
  const [id, ...rest] = ids.slice(from, from + 1);
  if (id === undefined || rest.length > 0) return [...ids];
  return ids.toSpliced(from, 1).toSpliced(to, 0, id);
}
