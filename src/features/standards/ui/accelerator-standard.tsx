"use client";

import { useState } from "react";
import {
  type AcceleratorId,
  acceleratorById,
  accelerators,
  defaultAccelerator,
  hoursAgainstDefault,
  isAcceleratorId,
} from "@/planning";
import { useApi } from "@/platform/trpc/client";
import { EditForm } from "@/ui/edit-form";
import { EditSheet } from "@/ui/edit-sheet";
import { Field } from "@/ui/field";
import { Select } from "@/ui/select";
import { ConflictNote } from "./conflict-note";
import { ResetButton } from "./reset-button";
import { StandardCard } from "./standard-card";
import { useStandard } from "./use-standard";

const title = "Accelerator";
const explained =
  "Machine time is estimated on this one, and an accelerator-hour of it is what the workspace's rate should price.";
const usual = acceleratorById(defaultAccelerator);

/** On which accelerator the workspace's plans estimate machine time. */
export function AcceleratorStandard({
  workspace,
  accelerator,
  version,
  editable,
}: {
  workspace: string;
  accelerator: AcceleratorId | undefined;
  version: number;
  editable: boolean;
}) {
  const send = useApi().standards.setAccelerator.mutate;
  const chosen = acceleratorById(accelerator ?? defaultAccelerator);
  return (
    <StandardCard
      anchor="accelerator"
      title={title}
      explained={explained}
      isChanged={accelerator !== undefined}
      actions={
        editable && (
          <>
            {accelerator !== undefined && (
              <ResetButton
                label="Reset the accelerator to the default"
                said="Machine time is estimated on the default accelerator."
                version={version}
                send={async (seen) => await send({ workspace, ...seen, content: { accelerator: null } })}
              />
            )}
            <EditSheet title={title} button="Change" label="Change the accelerator">
              {(onDone) => (
                <AcceleratorForm
                  workspace={workspace}
                  accelerator={accelerator}
                  version={version}
                  onDone={onDone}
                />
              )}
            </EditSheet>
          </>
        )
      }
    >
      <p className="text-sm">
        <span className={accelerator === undefined ? undefined : "font-medium text-accent"}>
          {chosen.name}
        </span>
        {accelerator !== undefined && <span className="text-xs text-muted"> · default {usual.name}</span>}
      </p>
      <p className="mt-1 text-xs text-muted">{tellPeak(accelerator ?? defaultAccelerator)}</p>
    </StandardCard>
  );
}

function AcceleratorForm({
  workspace,
  accelerator,
  version,
  onDone,
}: {
  workspace: string;
  accelerator: AcceleratorId | undefined;
  version: number;
  onDone: () => void;
}) {
  const [id, setId] = useState<AcceleratorId>(accelerator ?? defaultAccelerator);
  const { submit, theirs, goOn, errorOf, ...form } = useStandard(useApi().standards.setAccelerator.mutate, {
    version,
    onDone,
  });
  return (
    <EditForm
      save="Save standard"
      pending={form.pending}
      message={form.message}
      onSave={() =>
        void submit((request) => ({
          workspace,
          ...request,
          content: { accelerator: id === defaultAccelerator ? null : id },
        }))
      }
    >
      <ConflictNote theirs={theirs} onKeepMine={goOn} />
      <p className="text-sm text-muted">{explained}</p>
      <Field
        label="Accelerator"
        hint={`Default: ${usual.name}. ${tellPeak(id)}`}
        error={errorOf("content.accelerator")}
      >
        <Select
          value={id}
          onChange={(event) => setId(isAcceleratorId(event.target.value) ? event.target.value : id)}
        >
          {Object.entries(accelerators).map(([known, { name, vendor }]) => (
            <option key={known} value={known}>
              {name} ({vendor})
            </option>
          ))}
        </Select>
      </Field>
      <p className="text-xs text-muted">
        The rate for an accelerator-hour does not follow by itself: it is under Settings, Workspace.
      </p>
    </EditForm>
  );
}

/** What the estimate takes from the maker's sheet, and what that makes of the default's hours. */
function tellPeak(id: AcceleratorId): string {
  const { peakFlopPerSecond, source } = acceleratorById(id);
  const teraflops = Math.round(peakFlopPerSecond["16-bit"] / 1e12).toLocaleString("en-GB");
  const hours = hoursAgainstDefault(id).toLocaleString("en-GB", { maximumSignificantDigits: 2 });
  return `Dense 16-bit peak ${teraflops} TFLOP/s (${source}): ${hours} h for 1 h of the default.`;
}
