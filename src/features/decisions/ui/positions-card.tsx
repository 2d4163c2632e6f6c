"use client";

import { useState } from "react";
import { useApi } from "@/platform/trpc/client";
import { useSubmit } from "@/platform/trpc/submit";
import { Button } from "@/ui/button";
import { Field } from "@/ui/field";
import { FormError } from "@/ui/form-error";
import { useFormFocus } from "@/ui/form-focus";
import { SegmentedControl } from "@/ui/segmented-control";
import { Select } from "@/ui/select";
import { TextArea } from "@/ui/text-area";
import { letterOf } from "./decide-dialog";
import type { Option } from "./option-card";

type Stance = "agree" | "abstain" | "object";
type Position = {
  membershipId: string;
  name: string;
  stance: Stance;
  optionId: string | null;
  reason: string;
};

/** Where people stand; and for who may, taking a position. */
export function PositionsCard({
  workspace,
  decisionId,
  options,
  positions,
  myMembershipId,
  mayTake,
}: {
  workspace: string;
  decisionId: string;
  options: readonly Option[];
  positions: readonly Position[];
  myMembershipId: string;
  mayTake: boolean;
}) {
  const [taking, setTaking] = useState(false);
  const focus = useFormFocus(taking);
  const mine = positions.find((position) => position.membershipId === myMembershipId);
  const letter = (id: string | null) => {
    const place = options.findIndex((option) => option.id === id);
    return place < 0 ? "" : ` ${letterOf(place)}`;
  };
  return (
    <section aria-labelledby="positions">
      <h2 id="positions" className="mb-2 text-sm font-semibold">
        Positions
      </h2>
      {positions.length === 0 && <p className="text-sm text-muted">Nobody has taken a position yet.</p>}
      <ul className="grid gap-1.5 text-sm">
        {positions.map((position) => (
          <li key={position.membershipId}>
            <div className="flex justify-between gap-3">
              <span>{position.name}</span>
              <span className={tones[position.stance]}>
                {position.stance}
                {letter(position.optionId)}
              </span>
            </div>
            {position.reason !== "" && (
              <p className="text-xs text-muted [overflow-wrap:anywhere]">{position.reason}</p>
            )}
          </li>
        ))}
      </ul>
      {mayTake && !taking && (
        <Button ref={focus.opener} size="sm" className="mt-3" onClick={() => setTaking(true)}>
          {mine === undefined ? "Take a position" : "Change my position"}
        </Button>
      )}
      {mayTake && taking && (
        <div ref={focus.form}>
          <PositionForm
            workspace={workspace}
            decisionId={decisionId}
            options={options}
            mine={mine}
            onDone={() => setTaking(false)}
          />
        </div>
      )}
    </section>
  );
}

const tones = { agree: "text-ok", abstain: "text-muted", object: "text-warn" } as const;

function PositionForm({
  workspace,
  decisionId,
  options,
  mine,
  onDone,
}: {
  workspace: string;
  decisionId: string;
  options: readonly Option[];
  mine: Position | undefined;
  onDone: () => void;
}) {
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
          { value: "agree", label: "Agree" },
          { value: "abstain", label: "Abstain" },
          { value: "object", label: "Object" },
        ]}
      />
      {stance !== "abstain" && (
        <Field label={stance === "agree" ? "With" : "To"} error={errorOf("optionId")}>
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
