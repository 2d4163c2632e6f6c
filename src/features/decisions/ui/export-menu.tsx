"use client";

import { Download } from "lucide-react";
import { refusalOf, useApi } from "@/platform/trpc/client";
import { IconButton } from "@/ui/icon-button";
import { Menu, MenuItem } from "@/ui/menu";
import { saveFile } from "@/ui/save-file";
import { toast } from "@/ui/toast";
import type { asQuery } from "./decision-filter";

/** Takes decisions away as files: one, or those that the log shows. */
export function ExportMenu({
  workspace,
  which,
}: {
  workspace: string;
  which: { readonly projectKey: string; readonly number: number } | ReturnType<typeof asQuery>;
}) {
  const api = useApi();
  const save = (format: "markdown" | "json" | "pdf") =>
    void api.decisions.export
      .query({ workspace, ...which, format })
      .then(saveFile, (error: unknown) => toast.error(refusalOf(error).message));
  const isOne = "number" in which;
  return (
    <Menu
      trigger={
        <IconButton label={isOne ? "Export this decision" : "Export these decisions"}>
          <Download aria-hidden="true" className="size-4" />
        </IconButton>
      }
    >
      <MenuItem onSelect={() => save("markdown")}>
        {isOne ? "Markdown (MADR)" : "Markdown (MADR), one file each"}
      </MenuItem>
      <MenuItem onSelect={() => save("pdf")}>PDF</MenuItem>
      <MenuItem onSelect={() => save("json")}>JSON</MenuItem>
    </Menu>
  );
}
