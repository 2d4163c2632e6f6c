"use client";

import { useState } from "react";
import { Button } from "@/ui/button";
import { Callout } from "@/ui/callout";
import { RadioGroup } from "@/ui/radio-group";
import type { BriefDraft } from "./brief-draft";

const names: Record<keyof BriefDraft, string> = {
  useCase: "Use case",
  goals: "Goals",
  objectives: "Objectives",
  taskBreadth: "One task or many",
  tasks: "Tasks",
  qualityBar: "Quality bar",
  requestsPerDay: "Volume",
  latencySeconds: "Latency",
  dataAtHand: "Data at hand",
  languages: "Languages",
  constraints: "Constraints",
  budget: "Budget",
  deadline: "Deadline",
  successCriteria: "Success criteria",
};

/** Two people edited the brief: where they differ, one is chosen per part, and nothing is lost unseen. */
export function BriefMerge({
  mine,
  theirs,
  onMerged,
}: {
  mine: BriefDraft;
  theirs: BriefDraft;
  onMerged: (merged: BriefDraft) => void;
}) {
  const fields: (keyof BriefDraft)[] = [
    "useCase",
    "goals",
    "objectives",
    "taskBreadth",
    "tasks",
    "qualityBar",
    "requestsPerDay",
    "latencySeconds",
    "dataAtHand",
    "languages",
    "constraints",
    "budget",
    "deadline",
    "successCriteria",
  ];
  const differing = fields.filter((field) => mine[field] !== theirs[field]);
  const [takeTheirs, setTakeTheirs] = useState<ReadonlySet<keyof BriefDraft>>(new Set());
  return (
    <Callout
      tone="warn"
      title="Somebody saved this brief while you were writing. Choose per part, then save again."
    >
      <div className="mt-3 grid gap-4">
        {differing.map((field) => (
          <RadioGroup
            key={field}
            legend={names[field]}
            name={`merge-${field}`}
            look="card"
            value={takeTheirs.has(field) ? "theirs" : "mine"}
            onChange={(choice) => {
              const next = new Set(takeTheirs);
              if (choice === "theirs") next.add(field);
              else next.delete(field);
              setTakeTheirs(next);
            }}
            choices={[
              { value: "mine", label: "Yours", hint: shown(mine[field]) },
              { value: "theirs", label: "Theirs", hint: shown(theirs[field]) },
            ]}
          />
        ))}
        <div>
          <Button
            variant="primary"
            onClick={() => {
              const chosen = [...takeTheirs].map((field) => [field, theirs[field]]);
              onMerged({ ...mine, ...Object.fromEntries(chosen) });
            }}
          >
            Use these
          </Button>
        </div>
      </div>
    </Callout>
  );
}

function shown(text: string): string {
  return text === "" ? "(empty)" : text;
}
