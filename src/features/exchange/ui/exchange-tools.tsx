"use client";

import { Download, Upload } from "lucide-react";
import { Suspense, useState } from "react";
import { refusalOf, useApi } from "@/platform/trpc/client";
import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import { lazyPatiently } from "@/ui/lazy-patiently";
import { Menu, MenuItem } from "@/ui/menu";
import { saveFile } from "@/ui/save-file";
import { toast } from "@/ui/toast-queue";
import type { ExportFormat } from "../schema";

const ImportForm = lazyPatiently(() => import("./import-form"));

const formats: readonly { readonly format: ExportFormat; readonly name: string }[] = [
  { format: "xlsx", name: "Excel (XLSX)" },
  { format: "csv", name: "CSV, for any spreadsheet" },
  { format: "project-xml", name: "Microsoft Project (XML)" },
  { format: "jira-csv", name: "Jira (CSV)" },
  { format: "calendar", name: "Calendar (ICS)" },
  { format: "json", name: "JSON, with nothing lost" },
];

/** Takes the plan's tasks away as a file, and brings tasks in from one. What reads files is loaded when somebody wants it. */
export function ExchangeTools({
  workspace,
  projectKey,
  projectId,
  editable,
}: {
  workspace: string;
  projectKey: string;
  projectId: string;
  editable: boolean;
}) {
  const api = useApi();
  const [open, setOpen] = useState(false);
  const save = (format: ExportFormat) =>
    void api.exchange.export
      .query({ workspace, projectKey, format })
      .then(saveFile, (error: unknown) => toast.error(refusalOf(error).message));
  return (
    <div className="ml-auto flex gap-2 print:hidden">
      {editable && (
        <Dialog
          title="Import tasks"
          description="From CSV, Excel (XLSX), Microsoft Project (XML), Jira (CSV) or an export of ours (JSON): up to 500 tasks, 2 MB. Nothing is written before you have seen what would change."
          size="lg"
          open={open}
          onOpenChange={setOpen}
          trigger={
            <Button size="sm" icon={<Upload aria-hidden="true" className="size-3.5" />}>
              Import
            </Button>
          }
        >
          <Suspense>
            <ImportForm workspace={workspace} projectId={projectId} onDone={() => setOpen(false)} />
          </Suspense>
        </Dialog>
      )}
      <Menu
        trigger={
          <Button size="sm" icon={<Download aria-hidden="true" className="size-3.5" />}>
            Export
          </Button>
        }
      >
        {formats.map(({ format, name }) => (
          <MenuItem key={format} onSelect={() => save(format)}>
            {name}
          </MenuItem>
        ))}
      </Menu>
    </div>
  );
}
