"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { X } from "lucide-react";
import { useId, useState } from "react";
import type { ProjectTask } from "@/features/plans/queries";
import { type LinkKind, linkKinds } from "@/planning";
import { useApi, useTRPC } from "@/platform/trpc/client";
import { useSubmit } from "@/platform/trpc/submit";
import { Button } from "@/ui/button";
import { Field } from "@/ui/field";
import { FormError } from "@/ui/form-error";
import { formatDays } from "@/ui/format";
import { IconButton } from "@/ui/icon-button";
import { NumberInput } from "@/ui/number-input";
import { Select } from "@/ui/select";
import { TaskOptions } from "./task-options";

const kindNames = {
  "finish-to-start": "begins when it is finished",
  "start-to-start": "begins when it has begun",
  "finish-to-finish": "ends no earlier than it",
} as const satisfies Record<LinkKind, string>;

/** What a task waits for: what the standards say, and what the team adds and takes back here. */
export default function TaskLinks({
  workspace,
  projectKey,
  task,
}: {
  workspace: string;
  projectKey: string;
  task: ProjectTask;
}) {
  const api = useApi();
  const trpc = useTRPC();
  const heading = useId();
  const { data: plan } = useSuspenseQuery(trpc.plans.plan.queryOptions({ workspace, projectKey }));
  const [after, setAfter] = useState("");
  const [kind, setKind] = useState<LinkKind>("finish-to-start");
  const [lag, setLag] = useState("0");
  const link = useSubmit(api.plans.linkTasks.mutate, () => {
    setAfter("");
    setLag("0");
  });
  const unlink = useSubmit(api.plans.unlinkTasks.mutate);
  const nameOf = new Map(plan.tasks.map(({ key, name }) => [key, name]));
  const ofTask = { workspace, projectId: plan.projectId, taskKey: task.key };
  return (
    <section aria-labelledby={heading} className="mt-5 grid gap-3 border-t border-line pt-4">
      <h3 id={heading} className="text-sm font-semibold">
        Waits for
      </h3>
      {task.waitsFor.length === 0 ? (
        <p className="text-sm text-muted">Nothing: it may begin with the project.</p>
      ) : (
        <ul className="grid gap-1.5" aria-labelledby={heading}>
          {task.waitsFor.map((one) => (
            <li key={one.after} className="flex items-start justify-between gap-2 text-sm">
              <span className="min-w-0">
                {nameOf.get(one.after) ?? one.after}
                <span className="block text-xs text-muted">
                  {kindNames[one.kind]}
                  {tellLag(one.lagWorkingDays)}
                  {!one.isOwn && ", as the standards say"}
                </span>
              </span>
              {one.isOwn && (
                <IconButton
                  label={`Do not wait for ${nameOf.get(one.after) ?? one.after}`}
                  disabled={unlink.pending}
                  onClick={() =>
                    void unlink.submit((mutationId) => ({ ...ofTask, mutationId, after: one.after }))
                  }
                >
                  <X aria-hidden="true" className="size-4" />
                </IconButton>
              )}
            </li>
          ))}
        </ul>
      )}
      <FormError message={unlink.message} />
      <form
        className="grid gap-3"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (after === "") return;
          const lagWorkingDays = lag === "" ? Number.NaN : Number(lag);
          void link.submit((mutationId) => ({ ...ofTask, mutationId, after, kind, lagWorkingDays }));
        }}
      >
        <FormError message={link.errorOf("after") === undefined ? link.message : null} />
        <Field label="Let it wait for" error={link.errorOf("after")}>
          <Select value={after} onChange={(event) => setAfter(event.target.value)}>
            <option value="">Choose a task</option>
            <TaskOptions tasks={plan.tasks.filter(({ key }) => key !== task.key)} />
          </Select>
        </Field>
        <div className="grid gap-3 sm:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
          <Field label="How" error={link.errorOf("kind")}>
            <Select
              value={kind}
              onChange={(event) => {
                const chosen = linkKinds.find((known) => known === event.target.value);
                if (chosen !== undefined) setKind(chosen);
              }}
            >
              {linkKinds.map((known) => (
                <option key={known} value={known}>
                  {kindNames[known]}
                </option>
              ))}
            </Select>
          </Field>
          <Field label="And then" hint="Below 0: they overlap." error={link.errorOf("lagWorkingDays")}>
            <NumberInput unit="working days" value={lag} onChange={(event) => setLag(event.target.value)} />
          </Field>
        </div>
        <div>
          <Button type="submit" size="sm" pending={link.pending} disabled={after === ""}>
            Let it wait
          </Button>
        </div>
      </form>
    </section>
  );
}

function tellLag(workingDays: number): string {
  if (workingDays === 0) return "";
  const days = `${formatDays(Math.abs(workingDays))} ${Math.abs(workingDays) === 1 ? "working day" : "working days"}`;
  return workingDays > 0 ? `, ${days} later` : `, up to ${days} earlier`;
}
