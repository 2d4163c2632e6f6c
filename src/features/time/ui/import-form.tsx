"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { dayPlus, isoDate } from "@/planning";
import { useApi, useTRPC } from "@/platform/trpc/client";
import { useSubmit } from "@/platform/trpc/submit";
import { Button } from "@/ui/button";
import { Callout } from "@/ui/callout";
import { Field, useFieldControl } from "@/ui/field";
import { FormError } from "@/ui/form-error";
import { formatCount } from "@/ui/format";
import { localDay } from "@/ui/local-day";
import { Select } from "@/ui/select";
import { TextArea } from "@/ui/text-area";
import { toast } from "@/ui/toast";
import { checkImport } from "../import-rules";
import type { TimeWeek } from "../queries";
import { ImportPreview } from "./import-preview";

/** A file of entries for one project: looked through row by row before anything is booked. */
export default function ImportForm({
  workspace,
  memberId,
  projects,
}: {
  workspace: string;
  /** Whose time it is; null is one's own. */
  memberId: string | null;
  projects: TimeWeek["projects"];
}) {
  const api = useApi();
  const trpc = useTRPC();
  const [projectKey, setProjectKey] = useState("");
  const [text, setText] = useState("");
  const project = projects.find(({ key }) => key === projectKey);
  const { data: plan } = useQuery({
    ...trpc.plans.plan.queryOptions({ workspace, projectKey }),
    enabled: project !== undefined,
  });
  const { data: booked } = useQuery(trpc.time.booked.queryOptions({ workspace, memberId }));
  const submit = useSubmit(api.time.import.mutate, ({ entries }) => {
    setText("");
    toast.success(`${formatCount(entries, "entry", "entries")} imported.`);
  });
  const checked =
    project === undefined || plan === undefined || booked === undefined || text.trim() === ""
      ? null
      : checkImport(text, {
          projectId: project.id,
          tasks: plan.tasks,
          booked,
          latestDay: dayPlus(isoDate(localDay(new Date())), 1),
        });
  const rows = checked !== null && "rows" in checked ? checked.rows : [];
  const faulty = rows.filter(({ faults }) => faults.length > 0).length;
  return (
    <form
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (project === undefined || rows.length === 0 || faulty > 0) return;
        void submit.submit((mutationId) => ({
          workspace,
          mutationId,
          projectId: project.id,
          memberId,
          text,
        }));
      }}
    >
      <FormError message={submit.message} />
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label="Project of the entries">
          <Select value={projectKey} onChange={(event) => setProjectKey(event.target.value)}>
            <option value="">Choose a project</option>
            {projects.map(({ key, name }) => (
              <option key={key} value={key}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
        <Field label="CSV file">
          <CsvFile onRead={setText} />
        </Field>
      </div>
      <Field
        label="Or its text"
        hint="The first line names the columns: date (2026-11-30), task (its name or key), hours, note."
      >
        <TextArea rows={4} value={text} onChange={(event) => setText(event.target.value)} />
      </Field>
      {checked !== null && "fault" in checked && (
        <Callout tone="warn" title="This file can't be read">
          {checked.fault}
        </Callout>
      )}
      {rows.length > 0 && (
        <>
          <p role="status" className="text-sm">
            {faulty === 0
              ? `${formatCount(rows.length, "row")}, all in order.`
              : `${formatCount(faulty, "row")} of ${rows.length} need attention. Nothing is imported before all are in order.`}
          </p>
          <ImportPreview
            rows={rows}
            nameOf={(key) => plan?.tasks.find((task) => task.key === key)?.name ?? key}
          />
        </>
      )}
      <div>
        <Button
          type="submit"
          variant="primary"
          pending={submit.pending}
          disabled={rows.length === 0 || faulty > 0}
        >
          {rows.length === 0 ? "Import" : `Import ${formatCount(rows.length, "entry", "entries")}`}
        </Button>
      </div>
    </form>
  );
}

function CsvFile({ onRead }: { onRead: (text: string) => void }) {
  return (
    <input
      type="file"
      accept=".csv,text/csv"
      {...useFieldControl()}
      onChange={(event) => {
        const [file] = event.target.files ?? [];
        if (file !== undefined) void file.text().then(onRead);
      }}
      className="w-full min-w-0 rounded-md border border-line-strong bg-surface text-sm file:mr-3 file:h-9 file:cursor-pointer file:border-0 file:bg-sunk file:px-3 file:text-sm file:font-medium file:text-ink"
    />
  );
}
