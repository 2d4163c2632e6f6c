"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useApi, useTRPC } from "@/platform/trpc/client";
import { useSubmit } from "@/platform/trpc/submit";
import { Button } from "@/ui/button";
import { CheckGroup } from "@/ui/check-group";
import type { DialogState } from "@/ui/dialog-on-demand";
import DialogPanel from "@/ui/dialog-panel";
import { FormError } from "@/ui/form-error";

export type DependenciesProps = {
  workspace: string;
  decision: {
    readonly id: string;
    readonly version: number;
    readonly project: { readonly key: string };
    readonly dependsOn: readonly { readonly id: string }[];
  };
};

export default function DependenciesPanel({
  trigger,
  open,
  onOpenChange,
  ...props
}: DependenciesProps & DialogState) {
  return (
    <DialogPanel
      title="What comes first"
      description="Decisions of this project that should be decided before this one. It can still be decided without them."
      trigger={trigger}
      open={open}
      onOpenChange={onOpenChange}
    >
      <DependenciesForm {...props} onDone={() => onOpenChange(false)} />
    </DialogPanel>
  );
}

function DependenciesForm({ workspace, decision, onDone }: DependenciesProps & { onDone: () => void }) {
  const api = useApi();
  const trpc = useTRPC();
  const projectKey = decision.project.key;
  const { data: decisions } = useSuspenseQuery(
    trpc.decisions.list.queryOptions({ workspace, projectKey, state: "all" }),
  );
  // The version the choice grew from: what somebody else saved meanwhile is not written over unseen.
  const [version] = useState(decision.version);
  const [chosen, setChosen] = useState(decision.dependsOn.map(({ id }) => id));
  const { submit, pending, message, errorOf } = useSubmit(api.decisions.setDependencies.mutate, onDone);
  const saved = new Set(decision.dependsOn.map(({ id }) => id));
  // What was superseded is no longer waited for; what is saved can always be taken away.
  const others = decisions
    .filter(({ id, state }) => id !== decision.id && (state !== "superseded" || saved.has(id)))
    .sort((a, b) => a.number - b.number);
  return (
    <form
      className="grid gap-4"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit((mutationId) => ({
          workspace,
          mutationId,
          decisionId: decision.id,
          version,
          dependsOn: chosen,
        }));
      }}
    >
      <FormError message={message} />
      {others.length === 0 ? (
        <p className="text-sm text-muted">This project has no other decision.</p>
      ) : (
        <CheckGroup
          legend="Should be decided first"
          choices={others.map(({ id, number, question }) => ({ id, label: `D-${number} ${question}` }))}
          chosen={chosen}
          onChange={setChosen}
          error={errorOf("dependsOn")}
        />
      )}
      <div className="flex justify-end">
        <Button type="submit" variant="primary" pending={pending}>
          Save
        </Button>
      </div>
    </form>
  );
}
