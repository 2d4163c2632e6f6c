"use client";

import { Ellipsis } from "lucide-react";
import { useState } from "react";
import { sizingInput } from "@/features/decisions/evidence.schema";
import { calculationNames, tellFigure, tellSizing } from "@/planning";
import { useApi } from "@/platform/trpc/client";
import { useSubmit } from "@/platform/trpc/submit";
import { Badge } from "@/ui/badge";
import { Button } from "@/ui/button";
import { FormError } from "@/ui/form-error";
import { formatDate } from "@/ui/format";
import { IconButton } from "@/ui/icon-button";
import { Menu, MenuItem } from "@/ui/menu";
import { toast } from "@/ui/toast";
import { broughtUpToDate, type Given } from "../follow-rules";
import type { SavedSizing } from "../queries";
import { Entries } from "./answer-card";
import { AttachDialog } from "./attach-dialog";
import { RenameDialog } from "./rename-dialog";
import { WhatChanged } from "./what-changed";

/** A kept calculation: what it started from, what came out, and where it comes out otherwise today. */
export function SavedSizingItem({
  workspace,
  projectKey,
  saved,
  given,
  isOpen,
  mayEdit,
  onOpen,
}: {
  workspace: string;
  projectKey: string;
  saved: SavedSizing;
  given: Given;
  isOpen: boolean;
  mayEdit: boolean;
  onOpen: () => void;
}) {
  const api = useApi();
  const [dialog, setDialog] = useState<"attach" | "rename" | null>(null);
  const which = { workspace, sizingId: saved.id };
  const restore = useSubmit(api.sizing.restore.mutate);
  const remove = useSubmit(api.sizing.delete.mutate, () => {
    toast("The calculation was deleted.", {
      action: {
        label: "Undo",
        onClick: () => void restore.submit((mutationId) => ({ ...which, mutationId })),
      },
    });
  });
  const update = useSubmit(api.sizing.edit.mutate);
  const today = sizingInput.safeParse(broughtUpToDate(saved.sizing, saved.follows, given).sizing);
  const bringUpToDate = () => {
    if (!today.success) return;
    const content = { sizing: today.data, follows: [...saved.follows] };
    void update.submit((mutationId) => ({
      ...which,
      mutationId,
      version: saved.version,
      name: saved.name,
      content,
    }));
  };
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-3 py-3 text-sm [overflow-wrap:anywhere]">
      <div className="grid min-w-0 gap-1">
        <h3 className="flex flex-wrap items-center gap-2 font-medium">
          {saved.name}
          <Badge>{calculationNames[saved.sizing.calculation]}</Badge>
          {saved.now !== null && <Badge tone="warn">Comes out otherwise today</Badge>}
          {isOpen && <Badge tone="accent">Open above</Badge>}
        </h3>
        <p className="text-muted">{tellSizing(saved.sizing)}</p>
        <ul aria-label="Figures" className="flex flex-wrap gap-x-4 gap-y-0.5 tabular-nums">
          {saved.figures.map((figure) => (
            <li key={figure.name}>
              <span className="text-muted">{figure.name}</span>{" "}
              <b className="font-semibold">{tellFigure(figure)}</b>
            </li>
          ))}
        </ul>
        <p className="text-xs text-muted">
          As of {formatDate(saved.asOf)}, saved by {saved.savedBy}
        </p>
        {saved.entries.length > 0 && (
          <details className="text-xs">
            <summary className="w-fit cursor-pointer rounded text-muted hover:text-ink">
              What the catalogues said
            </summary>
            <Entries entries={saved.entries} />
          </details>
        )}
        {saved.now !== null && (
          <WhatChanged saved={saved}>
            {mayEdit && saved.now.figures !== null && (
              <Button size="sm" pending={update.pending} onClick={bringUpToDate}>
                Keep today's figures
              </Button>
            )}
          </WhatChanged>
        )}
        <FormError message={remove.message ?? restore.message ?? update.message} />
      </div>
      <div className="flex items-start gap-1 print:hidden">
        <Button size="sm" onClick={onOpen} aria-label={`Open “${saved.name}”`}>
          Open
        </Button>
        {mayEdit && (
          <Menu
            trigger={
              <IconButton label={`More about “${saved.name}”`} size="sm">
                <Ellipsis aria-hidden="true" className="size-4" />
              </IconButton>
            }
          >
            <MenuItem onSelect={() => setDialog("rename")}>Rename</MenuItem>
            <MenuItem onSelect={() => setDialog("attach")}>Attach to an option</MenuItem>
            <MenuItem danger onSelect={() => void remove.submit((mutationId) => ({ ...which, mutationId }))}>
              Delete
            </MenuItem>
          </Menu>
        )}
      </div>
      {dialog === "attach" && (
        <AttachDialog
          workspace={workspace}
          projectKey={projectKey}
          saved={saved}
          onOpenChange={() => setDialog(null)}
        />
      )}
      {dialog === "rename" && (
        <RenameDialog workspace={workspace} saved={saved} onOpenChange={() => setDialog(null)} />
      )}
    </li>
  );
}
