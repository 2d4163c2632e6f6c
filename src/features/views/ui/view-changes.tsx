"use client";

import { useRouter } from "next/navigation";
import { useWorkspace } from "@/features/workspaces/ui";
import { useApi } from "@/platform/trpc/client";
import { useVersionedSubmit } from "@/platform/trpc/submit";
import { Button } from "@/ui/button";
import { DialogOnDemand } from "@/ui/dialog-on-demand";
import { Link } from "@/ui/link";
import { onDemand } from "@/ui/on-demand";
import { toast } from "@/ui/toast-queue";
import type { SavedView } from "../queries";
import { savedView } from "../schema";
import { addressOf } from "./view-address";

const panel = onDemand(() => import("./new-view-panel"));

/** What to do with a filter that differs from its tab's. */
export default function ViewChanges({
  workspace,
  view,
  query,
}: {
  workspace: string;
  view: SavedView | null;
  query: string;
}) {
  const frame = useWorkspace(workspace);
  const maySave = view !== null && (view.scope === "personal" || frame.may("view.share"));
  return (
    <>
      {maySave && <Save key={`${view.id} ${view.version}`} workspace={workspace} view={view} query={query} />}
      <DialogOnDemand part={panel} trigger={<Button size="sm">Save as new…</Button>}>
        {(Panel, dialog) => <Panel workspace={workspace} query={query} {...dialog} />}
      </DialogOnDemand>
      <Button size="sm" variant="ghost" asChild>
        <Link href={addressOf(workspace, view)}>Reset</Link>
      </Button>
    </>
  );
}

function Save({ workspace, view, query }: { workspace: string; view: SavedView; query: string }) {
  const api = useApi();
  const router = useRouter();
  const { id: viewId, name, scope, version } = view;
  const { submit, pending, message, theirs } = useVersionedSubmit(api.views.edit.mutate, {
    version,
    current: savedView,
    onDone: () => {
      toast.success(`“${name}” shows this now.`);
      router.replace(addressOf(workspace, { id: viewId, query }));
    },
  });
  return (
    <>
      {message !== null && (
        <span role="alert" className="text-xs text-warn">
          {theirs === null ? message : "Somebody changed this view meanwhile. Look at it, or save as new."}
        </span>
      )}
      <Button
        size="sm"
        variant="primary"
        pending={pending}
        onClick={() => void submit((request) => ({ workspace, ...request, viewId, name, scope, query }))}
      >
        Save
      </Button>
    </>
  );
}
