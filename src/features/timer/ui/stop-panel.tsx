"use client";

import { useState } from "react";
import { longestTimerHours } from "@/planning";
import { useApi } from "@/platform/trpc/client";
import { useSubmit } from "@/platform/trpc/submit";
import { Button } from "@/ui/button";
import type { DialogState } from "@/ui/dialog-on-demand";
import DialogPanel from "@/ui/dialog-panel";
import { Field } from "@/ui/field";
import { FormError } from "@/ui/form-error";
import { formatDate, formatWorkedHours } from "@/ui/format";
import { localDay } from "@/ui/local-day";
import { NumberInput } from "@/ui/number-input";
import { toast } from "@/ui/toast-queue";
import type { Running } from "./running-timer";

/** What a timer that can't be booked by the clock asks: the hours that were worked, or that there were none. */
export default function StopPanel({
  workspace,
  timer: { id: timerId, taskName, startedAt },
  message,
  trigger,
  open,
  onOpenChange,
}: DialogState & {
  workspace: string;
  timer: Running;
  /** Why it could not be stopped by the clock; null when it was forgotten. */
  message: string | null;
}) {
  const api = useApi();
  const [hours, setHours] = useState("");
  const stop = useSubmit(api.time.stopTimer.mutate, (booked) =>
    toast.success(`${formatWorkedHours(booked.hours)} booked on ${taskName}.`),
  );
  const discard = useSubmit(api.time.discardTimer.mutate);
  const workedOn = localDay(startedAt);
  const day = formatDate(workedOn);
  return (
    <DialogPanel
      size="sm"
      title="How long did you work?"
      description={
        message ??
        `The timer on ${taskName} has run for more than ${longestTimerHours} hours: it was probably forgotten. It books nothing until you say what you worked on ${day}.`
      }
      trigger={trigger}
      open={open}
      onOpenChange={onOpenChange}
    >
      <form
        className="grid gap-4"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void stop.submit((mutationId) => ({
            workspace,
            mutationId,
            timerId,
            workedOn,
            hours: hours === "" ? null : Number(hours),
          }));
        }}
      >
        <FormError message={stop.message ?? discard.message} />
        <Field label={`Hours on ${day}`} error={stop.errorOf("hours")} required>
          <NumberInput
            unit="h"
            min={0}
            max={24}
            value={hours}
            onChange={(event) => setHours(event.target.value)}
          />
        </Field>
        <div className="flex flex-wrap justify-end gap-2">
          <Button
            variant="danger"
            pending={discard.pending}
            onClick={() => void discard.submit((mutationId) => ({ workspace, mutationId, timerId }))}
          >
            Book nothing
          </Button>
          <Button type="submit" variant="primary" pending={stop.pending}>
            Book the hours
          </Button>
        </div>
      </form>
    </DialogPanel>
  );
}
