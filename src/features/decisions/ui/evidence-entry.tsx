"use client";

import { Calculator, ChartColumn, Cpu, Ellipsis, FileText, Link2 } from "lucide-react";
import { useState } from "react";
import { calculationNames, type SizingFigure, tellFigure, tellSizing } from "@/planning";
import { useApi } from "@/platform/trpc/client";
import { useSubmit } from "@/platform/trpc/submit";
import { FormError } from "@/ui/form-error";
import { formatDate } from "@/ui/format";
import { IconButton } from "@/ui/icon-button";
import { Menu, MenuItem } from "@/ui/menu";
import { toast } from "@/ui/toast";
import type { EvidenceItem } from "../evidence.queries";
import { EvidenceDialog } from "./evidence-dialog";
import { evidenceKindNames, formatBytes, formatFigure, tellModelChanges } from "./evidence-words";
import { ModelFactsList } from "./model-facts-list";

const icons = { link: Link2, result: ChartColumn, file: FileText, sizing: Calculator, model: Cpu } as const;

/** One piece of evidence in a few lines: what it is, its figure, what it shows, who added it. */
export function EvidenceEntry({
  workspace,
  decisionId,
  item,
  mayEdit,
}: {
  workspace: string;
  decisionId: string;
  item: EvidenceItem;
  mayEdit: boolean;
}) {
  const api = useApi();
  const [editing, setEditing] = useState(false);
  const which = { workspace, evidenceId: item.id };
  const restore = useSubmit(api.evidence.restore.mutate);
  const remove = useSubmit(api.evidence.remove.mutate, () => {
    toast("The evidence was removed.", {
      action: {
        label: "Undo",
        onClick: () => void restore.submit((mutationId) => ({ ...which, mutationId })),
      },
    });
  });
  const { kind } = item.content;
  const Icon = icons[kind];
  return (
    <li className="grid grid-cols-[1rem_minmax(0,1fr)_auto] gap-x-2 text-sm [overflow-wrap:anywhere]">
      <span title={evidenceKindNames[kind]}>
        <Icon aria-hidden="true" className="mt-0.5 size-4 text-muted" />
        <span className="sr-only">{evidenceKindNames[kind]}: </span>
      </span>
      <div className="min-w-0">
        <Title workspace={workspace} item={item} />
        <Figures workspace={workspace} item={item} />
        {item.note !== "" && <p className="whitespace-pre-wrap text-muted">{item.note}</p>}
        <p className="text-xs text-muted">
          {item.addedBy}, {formatDate(item.createdAt)}
        </p>
        <FormError message={remove.message ?? restore.message} />
      </div>
      {mayEdit && (
        <Menu
          trigger={
            <IconButton label={`More about the evidence “${item.title}”`} size="sm">
              <Ellipsis aria-hidden="true" className="size-4" />
            </IconButton>
          }
        >
          <MenuItem onSelect={() => setEditing(true)}>Edit</MenuItem>
          <MenuItem danger onSelect={() => void remove.submit((mutationId) => ({ ...which, mutationId }))}>
            Remove
          </MenuItem>
        </Menu>
      )}
      {editing && (
        <EvidenceDialog
          workspace={workspace}
          decisionId={decisionId}
          optionId={item.optionId}
          item={item}
          title="Edit the evidence"
          open
          onOpenChange={setEditing}
        />
      )}
    </li>
  );
}

function Title({ workspace, item }: { workspace: string; item: EvidenceItem }) {
  const linked = "font-medium text-accent underline underline-offset-2";
  if (item.content.kind === "link") {
    return (
      <a href={item.content.url} rel="noreferrer nofollow" target="_blank" className={linked}>
        {item.title}
      </a>
    );
  }
  if (item.file !== null) {
    return (
      <a href={fileAddress(workspace, item.file.id)} download={item.file.name} className={linked}>
        {item.title}
      </a>
    );
  }
  return <span className="font-medium">{item.title}</span>;
}

function fileAddress(workspace: string, fileId: string): string {
  return `/api/files/${workspace}/${fileId}`;
}

function Figures({ workspace, item }: { workspace: string; item: EvidenceItem }) {
  const { content, now, file } = item;
  switch (content.kind) {
    case "link":
      return <p className="text-xs text-muted">{new URL(content.url).host}</p>;
    case "result":
      return (
        <p className="tabular-nums">
          {content.metric} <b className="font-semibold">{formatFigure(content.value)}</b>
          {content.unit !== "" && ` ${content.unit}`}{" "}
          <span className="text-muted">
            {content.better} is better · {content.dataSet} · {formatDate(content.measuredOn)} by{" "}
            {content.measuredBy}
          </span>
        </p>
      );
    case "file":
      return file === null ? null : (
        <>
          <p className="text-xs text-muted">
            {file.name}, {formatBytes(file.sizeBytes)},{" "}
            <span title={`SHA-256 ${file.sha256}`}>SHA-256 {file.sha256.slice(0, 12)}…</span>
          </p>
          {file.mediaType.startsWith("image/") && (
            // biome-ignore lint/performance/noImgElement: the server asks for each picture who is a member; an optimizer between would not
            <img
              src={`${fileAddress(workspace, file.id)}?show`}
              alt={item.title}
              loading="lazy"
              className="mt-1 h-32 max-w-full rounded border border-line object-contain"
            />
          )}
        </>
      );
    case "sizing":
      return (
        <div className="tabular-nums">
          <p className="text-muted">
            {calculationNames[content.sizing.calculation]}: {tellSizing(content.sizing)}
          </p>
          <Sizes figures={content.figures} />
          <p className="text-xs text-muted">as of {formatDate(content.asOf)}</p>
          {now?.kind === "sizing" && (
            <div className="mt-1 rounded bg-warn-soft px-2 py-1 text-warn">
              {now.figures === null ? (
                <p>The catalogue can no longer make this calculation.</p>
              ) : (
                <>
                  <p>The catalogue now gives something else:</p>
                  <Sizes figures={now.figures} />
                </>
              )}
            </div>
          )}
        </div>
      );
    case "model":
      return (
        <>
          <ModelFactsList facts={content.facts} />
          <p className="text-xs text-muted">from the catalogue, as of {formatDate(content.asOf)}</p>
          {now?.kind === "model" && (
            <p className="mt-1 rounded bg-warn-soft px-2 py-1 text-warn">
              {tellModelChanges(now.changes, now.facts)}
            </p>
          )}
        </>
      );
  }
}

function Sizes({ figures }: { figures: readonly SizingFigure[] }) {
  return (
    <p>
      {figures.map((figure, place) => (
        <span key={figure.name}>
          {place > 0 && " · "}
          {figure.name} <b className="font-semibold">{tellFigure(figure)}</b>
        </span>
      ))}
    </p>
  );
}
