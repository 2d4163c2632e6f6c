"use client";

import { useState } from "react";
import type { DecisionProcess, Stance } from "@/planning";
import { useApi } from "@/platform/trpc/client";
import { useSubmit } from "@/platform/trpc/submit";
import { Button } from "@/ui/button";
import { Field } from "@/ui/field";
import { FormError } from "@/ui/form-error";
import { letterOf } from "@/ui/option-letter";
import { SegmentedControl } from "@/ui/segmented-control";
import { Select } from "@/ui/select";
import { TextArea } from "@/ui/text-area";
import type { Option } from "./option-card";

export type PositionFormProps = {
  workspace: string;
  decisionId: string;
  process: DecisionProcess;
  options: readonly Option[];
  mine: { stance: Stance; optionId: string | null; reason: string } | undefined;
  onDone: () => void;
};

/** Taking a position, or changing it; in a vote agreeing is voting. */
export default function PositionForm({
  workspace,
  decisionId,
  process,
  options,
  mine,
  onDone,
}: PositionFormProps) {
  const api = useApi();
  const [stance, setStance] = useState<Stance>(mine?.stance ?? "agree");
  const [optionId, setOptionId] = useState(mine?.optionId ?? options[0]?.id ?? "");
  const [reason, setReason] = useState(mine?.reason ?? "");
  const { submit, pending, message, errorOf } = useSubmit(api.decisions.takePosition.mutate, onDone);
  return (
    <form
      className="mt-3 grid gap-3"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit((mutationId) => ({
          workspace,
          mutationId,
          decisionId,
          stance,
          optionId: stance === "abstain" || optionId === "" ? null : optionId,
          reason,
        }));
      }}
    >
      <FormError message={message} />
      <SegmentedControl
        label="Position"
        name="stance"
        value={stance}
        onChange={setStance}
        choices={[
          { value: "agree", label: process === "vote" ? "Vote" : "Agree" },
          { value: "abstain", label: "Abstain" },
          { value: "object", label: "Object" },
        ]}
      />
      {stance !== "abstain" && (
        <Field
          label={stance === "object" ? "To" : process === "vote" ? "For" : "With"}
          error={errorOf("optionId")}
        >
          <Select value={optionId} onChange={(event) => setOptionId(event.target.value)}>
            {options.map((option, place) => (
              <option key={option.id} value={option.id}>
                {letterOf(place)} · {option.title}
              </option>
            ))}
          </Select>
        </Field>
      )}
      <Field
        label="Why"
        error={errorOf("reason")}
        required={stance === "object"}
        optional={stance !== "object"}
      >
        <TextArea rows={2} value={reason} onChange={(event) => setReason(event.target.value)} />
      </Field>
      <div className="flex justify-end gap-2">
        <Button size="sm" onClick={onDone}>
          Cancel
        </Button>
        <Button type="submit" size="sm" variant="primary" pending={pending}>
          Save position
        </Button>
      </div>
    </form>
  );
}
