"use client";

import { Download } from "lucide-react";
import { useState } from "react";
import { useWorkspace } from "@/features/workspaces/ui";
import { refusalOf, useApi } from "@/platform/trpc/client";
import { Button } from "@/ui/button";
import { Menu, MenuItem } from "@/ui/menu";
import { onDemand, useOnDemand } from "@/ui/on-demand";
import { saveFile } from "@/ui/save-file";
import { toast } from "@/ui/toast-queue";

const share = onDemand(() => import("./share-panel"));
const letters = onDemand(() => import("./letters-panel"));

const formats = [
  { format: "xlsx", label: "Excel (XLSX), with sums" },
  { format: "csv", label: "CSV, for any spreadsheet" },
  { format: "pdf", label: "PDF, one page" },
  { format: "png", label: "Picture (PNG)" },
] as const;

/** Takes what the portfolio shows away as a file or by mail, or lets others see it by a link. */
export function TakeAwayMenu({
  workspace,
  view,
  query,
}: {
  workspace: string;
  /** The view that the page is under, if it is under one. */
  view: { readonly id: string; readonly name: string } | null;
  query: string;
}) {
  const api = useApi();
  const frame = useWorkspace(workspace);
  const name = view?.name ?? "";
  const [opened, setOpened] = useState<"share" | "letters" | null>(null);
  const save = (format: (typeof formats)[number]["format"]) =>
    void api.views.export
      .query({ workspace, query, name, format: format === "png" ? "svg" : format })
      .then(async (file) => {
        if (file.size === null) return saveFile(file);
        const { savePng } = await import("@/ui/save-picture");
        const bytes = Uint8Array.from(atob(file.base64), (letter) => letter.charCodeAt(0));
        await savePng(file.name.replace(/\.svg$/, ""), new TextDecoder().decode(bytes), file.size);
      })
      .catch((error: unknown) => toast.error(refusalOf(error).message));
  const { Component: SharePanel } = useOnDemand(share, opened === "share");
  const { Component: LettersPanel } = useOnDemand(letters, opened === "letters");
  const onOpenChange = () => setOpened(null);
  return (
    <>
      <Menu
        trigger={
          <Button size="sm" icon={<Download aria-hidden="true" className="size-3.5" />}>
            Export
          </Button>
        }
      >
        {formats.map(({ format, label }) => (
          <MenuItem key={format} onSelect={() => save(format)}>
            {label}
          </MenuItem>
        ))}
        <MenuItem onSelect={() => setOpened("letters")}>Send by e-mail…</MenuItem>
        {frame.may("view.share") && <MenuItem onSelect={() => setOpened("share")}>Share link…</MenuItem>}
      </Menu>
      {SharePanel !== null && opened === "share" && (
        <SharePanel workspace={workspace} query={query} viewName={name} open onOpenChange={onOpenChange} />
      )}
      {LettersPanel !== null && opened === "letters" && (
        <LettersPanel workspace={workspace} viewId={view?.id ?? null} open onOpenChange={onOpenChange} />
      )}
    </>
  );
}
