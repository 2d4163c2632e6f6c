"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTRPC } from "@/platform/trpc/client";
import { Button } from "@/ui/button";
import { Field } from "@/ui/field";
import { Select } from "@/ui/select";
import type { TimeRow, TimeWeek } from "../queries";

/** Puts a task on the sheet that nobody assigned: of any project, by its plan. */
export function AddTask({
  workspace,
  projects,
  onAdd,
}: {
  workspace: string;
  projects: TimeWeek["projects"];
  onAdd: (row: TimeRow) => void;
}) {
  const trpc = useTRPC();
  const [projectKey, setProjectKey] = useState("");
  const [taskKey, setTaskKey] = useState("");
  const project = projects.find(({ key }) => key === projectKey);
  const { data: plan } = useQuery({
    ...trpc.plans.plan.queryOptions({ workspace, projectKey }),
    enabled: project !== undefined,
  });
  const tasks = (plan?.tasks ?? []).filter(({ status }) => status !== "dropped");
  const task = tasks.find(({ key }) => key === taskKey);
  return (
    <form
      className="grid items-end gap-3 sm:grid-cols-[1fr_1fr_auto]"
      onSubmit={(event) => {
        event.preventDefault();
        if (project === undefined || task === undefined) return;
        onAdd({
          projectId: project.id,
          projectKey: project.key,
          projectName: project.name,
          taskKey: task.key,
          name: task.name,
          order: task.order,
          cells: [null, null, null, null, null, null, null],
        });
        setTaskKey("");
      }}
    >
      <Field label="Project">
        <Select
          value={projectKey}
          onChange={(event) => {
            setProjectKey(event.target.value);
            setTaskKey("");
          }}
        >
          <option value="">Choose a project</option>
          {projects.map(({ key, name }) => (
            <option key={key} value={key}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
      <Field label="Task">
        <Select
          value={taskKey}
          disabled={tasks.length === 0}
          onChange={(event) => setTaskKey(event.target.value)}
        >
          <option value="">{project === undefined ? "Choose a project first" : "Choose a task"}</option>
          {tasks.map(({ key, name }) => (
            <option key={key} value={key}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
      <Button type="submit" className="h-9!" disabled={task === undefined}>
        Add to the sheet
      </Button>
    </form>
  );
}
