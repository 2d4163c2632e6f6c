"use client";

import { useState } from "react";
import { disciplines, expertiseLevelName, expertiseLevels } from "@/planning";
import { useApi } from "@/platform/trpc/client";
import { useSubmit } from "@/platform/trpc/submit";
import { Button } from "@/ui/button";
import { Callout } from "@/ui/callout";
import { Dialog } from "@/ui/dialog";
import { Field } from "@/ui/field";
import { FormError } from "@/ui/form-error";
import { NumberInput } from "@/ui/number-input";
import { Select } from "@/ui/select";
import type { Away, TrainingDraft } from "../schema";
import { AwayFields } from "./away-fields";
import type { Member } from "./members-screen";
import { TrainingFields } from "./training-fields";

/** What a member knows and how much time they have: the supply side of expertise. */
export function ProfileDialog({ workspace, member }: { workspace: string; member: Member }) {
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      title={`Profile of ${member.name}`}
      description="Capacity and expertise are what the portfolio sets against demand."
      open={open}
      onOpenChange={setOpen}
      trigger={<Button size="sm">Profile</Button>}
    >
      <ProfileForm workspace={workspace} member={member} onDone={() => setOpen(false)} />
    </Dialog>
  );
}

function ProfileForm({
  workspace,
  member,
  onDone,
}: {
  workspace: string;
  member: Member;
  onDone: () => void;
}) {
  const api = useApi();
  const [capacity, setCapacity] = useState(String(member.capacityPersonDaysPerWeek));
  const [levels, setLevels] = useState<Record<string, number>>(
    Object.fromEntries(member.skills.map(({ discipline, level }) => [discipline, level])),
  );
  const [absences, setAbsences] = useState<Away[]>(member.absences);
  const [trainings, setTrainings] = useState<readonly TrainingDraft[]>(member.trainings);
  const [version, setVersion] = useState(member.version);
  const { submit, pending, message, errorOf, refusal } = useSubmit(api.workspaces.editProfile.mutate, onDone);
  return (
    <form
      className="grid gap-4"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit((mutationId) => ({
          workspace,
          mutationId,
          membershipId: member.id,
          version,
          capacityPersonDaysPerWeek: capacity === "" ? Number.NaN : Number(capacity),
          expertise: disciplines.flatMap(({ id }) => {
            const level = levels[id] ?? 0;
            return level === 0 ? [] : [{ discipline: id, level }];
          }),
          absences: absences.map(({ fromOn, toOn }) => ({ fromOn, toOn: toOn === "" ? fromOn : toOn })),
          trainings: trainings.map(({ discipline, level, readyOn }) => ({ discipline, level, readyOn })),
        }));
      }}
    >
      <FormError message={message} />
      {refusal?.code === "STALE_VERSION" && (
        <Callout tone="warn" title="Somebody changed this profile meanwhile.">
          <Button size="sm" onClick={() => setVersion(member.version)}>
            Keep mine and save over it
          </Button>
        </Callout>
      )}
      <Field label="Capacity" error={errorOf("capacityPersonDaysPerWeek")}>
        <NumberInput
          unit="person-days per week"
          min={0}
          max={7}
          value={capacity}
          onChange={(event) => setCapacity(event.target.value)}
        />
      </Field>
      <AwayFields absences={absences} errorOf={errorOf} onChange={setAbsences} />
      <div className="grid gap-3 sm:grid-cols-2">
        {disciplines.map(({ id, name }) => (
          <Field key={id} label={name}>
            <Select
              value={levels[id] ?? 0}
              onChange={(event) => setLevels({ ...levels, [id]: Number(event.target.value) })}
            >
              <option value={0}>–</option>
              {expertiseLevels.map(({ level }) => (
                <option key={level} value={level}>
                  {level} · {expertiseLevelName(level)}
                </option>
              ))}
            </Select>
          </Field>
        ))}
      </div>
      <TrainingFields trainings={trainings} levels={levels} errorOf={errorOf} onChange={setTrainings} />
      <div className="flex justify-end">
        <Button type="submit" variant="primary" pending={pending}>
          Save profile
        </Button>
      </div>
    </form>
  );
}
