"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { useState } from "react";
import { disciplines, expertiseLevelName, expertiseLevels } from "@/planning";
import { useApi, useTRPC } from "@/platform/trpc/client";
import { useSubmit } from "@/platform/trpc/submit";
import { DateInput } from "@/ui/date-input";
import type { DialogState } from "@/ui/dialog-on-demand";
import DialogPanel from "@/ui/dialog-panel";
import { EditForm } from "@/ui/edit-form";
import { Field } from "@/ui/field";
import { Select } from "@/ui/select";
import { TextInput } from "@/ui/text-input";
import { toast } from "@/ui/toast-queue";
import { useWorkspace } from "./use-workspace";

/** A level for somebody else's profile: they find it in their inbox, and take it over or not. */
export default function ProposePanel({
  workspace,
  trigger,
  open,
  onOpenChange,
}: DialogState & { workspace: string }) {
  const api = useApi();
  const trpc = useTRPC();
  const { membershipId: me } = useWorkspace(workspace);
  const { data: members } = useSuspenseQuery(trpc.workspaces.members.queryOptions({ workspace }));
  const others = members.filter(({ id }) => id !== me);
  const [membershipId, setMembershipId] = useState("");
  const [discipline, setDiscipline] = useState(disciplines[0]?.id);
  const [level, setLevel] = useState(2);
  const [readyOn, setReadyOn] = useState("");
  const [sentence, setSentence] = useState("");
  const person = others.find(({ id }) => id === membershipId);
  const known = person?.skills.find((skill) => skill.discipline === discipline)?.level;
  const { submit, pending, message, errorOf } = useSubmit(api.workspaces.propose.mutate, () => {
    setSentence("");
    setReadyOn("");
    onOpenChange(false);
    toast.success(`${person?.name ?? "They"} will find it in their inbox.`);
  });
  return (
    <DialogPanel
      title="Propose a level"
      description="People own their profile: they take it over, or leave it. What you propose is seen by the two of you only."
      open={open}
      onOpenChange={onOpenChange}
      trigger={trigger}
    >
      <EditForm
        save="Propose"
        pending={pending}
        disabled={others.length === 0}
        message={others.length === 0 ? "There is nobody else in this workspace yet." : message}
        onSave={() => {
          if (discipline === undefined) return;
          void submit((mutationId) => ({
            workspace,
            mutationId,
            membershipId,
            discipline,
            level,
            readyOn: readyOn === "" ? null : readyOn,
            sentence,
          }));
        }}
      >
        <Field
          label="Whose profile"
          error={
            membershipId === "" && errorOf("membershipId") !== undefined ? "Please choose somebody." : null
          }
        >
          <Select value={membershipId} onChange={(event) => setMembershipId(event.target.value)}>
            <option value="">Choose somebody</option>
            {others.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
        <div className="grid gap-4 sm:grid-cols-2">
          <Field
            label="Discipline"
            hint={
              person === undefined
                ? undefined
                : `${person.name} is ${known === undefined ? "new to it" : `at ${expertiseLevelName(known)}`}.`
            }
          >
            <Select
              value={discipline}
              onChange={(event) =>
                setDiscipline(disciplines.find(({ id }) => id === event.target.value)?.id ?? discipline)
              }
            >
              {disciplines.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </Select>
          </Field>
          <Field label="Level" error={errorOf("level")}>
            <Select value={level} onChange={(event) => setLevel(Number(event.target.value))}>
              {expertiseLevels.map((one) => (
                <option key={one.level} value={one.level}>
                  {one.level} · {one.name}
                </option>
              ))}
            </Select>
          </Field>
        </div>
        <Field
          label="To be learnt until"
          optional
          hint="Without a day it is what you take them to know today."
          error={errorOf("readyOn")}
        >
          <DateInput value={readyOn} onChange={(event) => setReadyOn(event.target.value)} />
        </Field>
        <Field label="What you want to say" optional error={errorOf("sentence")}>
          <TextInput value={sentence} maxLength={300} onChange={(event) => setSentence(event.target.value)} />
        </Field>
      </EditForm>
    </DialogPanel>
  );
}
