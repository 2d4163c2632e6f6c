"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { Suspense, useState } from "react";
import { useApi, useTRPC } from "@/platform/trpc/client";
import { useSubmit, useVersionedSubmit } from "@/platform/trpc/submit";
import { Button } from "@/ui/button";
import { Callout } from "@/ui/callout";
import { Skeleton } from "@/ui/skeleton";
import type { ScenarioRow, Scenarios } from "../queries";
import { savedScenario } from "../schema";
import { contentOf, draftOf, nothing } from "./scenario-draft";
import { ScenarioFields } from "./scenario-fields";

type Props = {
  workspace: string;
  projectKey: string;
  scenarios: Scenarios;
  onClose: () => void;
};

/** A new scenario, or one that is edited. */
export default function ScenarioForm({ scenario, ...props }: Props & { scenario: ScenarioRow | null }) {
  return (
    <div className="rounded-lg border border-line bg-surface px-4 py-3.5">
      <Suspense fallback={<Skeleton className="h-96" />}>
        {scenario === null ? <NewScenario {...props} /> : <OldScenario {...props} scenario={scenario} />}
      </Suspense>
    </div>
  );
}

/** The plan that the scenario departs from, as it is now. */
function useToday({ workspace, projectKey }: Props) {
  const trpc = useTRPC();
  const of = { workspace, projectKey };
  return useSuspenseQuery(trpc.plans.whatIfInput.queryOptions(of)).data.input;
}

function NewScenario(props: Props) {
  const api = useApi();
  const input = useToday(props);
  const { workspace, scenarios, onClose } = props;
  const [draft, setDraft] = useState(() => draftOf({ name: "", content: nothing }, input.startsOn));
  const { submit, pending, message, errorOf } = useSubmit(api.scenarios.make.mutate, onClose);
  return (
    <ScenarioFields
      {...props}
      input={input}
      save="Make scenario"
      draft={draft}
      onChange={setDraft}
      pending={pending}
      message={message}
      nameError={errorOf("name")}
      onSave={() => {
        const { projectId } = scenarios;
        const { name } = draft;
        const content = contentOf(draft, input, scenarios.records);
        if (content !== null)
          void submit((mutationId) => ({ workspace, mutationId, projectId, name, content }));
      }}
    />
  );
}

function OldScenario({ scenario, ...props }: Props & { scenario: ScenarioRow }) {
  const api = useApi();
  const input = useToday(props);
  const { workspace, scenarios, onClose } = props;
  const [draft, setDraft] = useState(() =>
    draftOf({ name: scenario.name, content: scenario.current }, input.startsOn),
  );
  const { submit, pending, message, errorOf, theirs, goOn } = useVersionedSubmit(api.scenarios.edit.mutate, {
    version: scenario.version,
    current: savedScenario,
    onDone: onClose,
  });
  return (
    <ScenarioFields
      {...props}
      input={input}
      save="Save scenario"
      draft={draft}
      onChange={setDraft}
      pending={pending}
      message={message}
      nameError={errorOf("name")}
      onSave={() => {
        const { name } = draft;
        const content = contentOf(draft, input, scenarios.records);
        if (content !== null)
          void submit((request) => ({ workspace, ...request, scenarioId: scenario.id, name, content }));
      }}
    >
      {theirs !== null && (
        <Callout tone="warn" title={`Somebody else saved “${theirs.name}” meanwhile`}>
          <p>Above is what it says now; below is yours, which is not saved.</p>
          <div className="mt-2 flex flex-wrap gap-2">
            <Button
              size="sm"
              onClick={() => {
                setDraft(draftOf(theirs, input.startsOn));
                goOn();
              }}
            >
              Take theirs
            </Button>
            <Button size="sm" onClick={goOn}>
              Keep mine
            </Button>
          </div>
        </Callout>
      )}
    </ScenarioFields>
  );
}
