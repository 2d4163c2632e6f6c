"use client";

import { useApi } from "@/platform/trpc/client";
import { useSubmit } from "@/platform/trpc/submit";
import { Button } from "@/ui/button";
import { FormError } from "@/ui/form-error";
import { FormInPlace } from "@/ui/form-in-place";
import { onDemand } from "@/ui/on-demand";
import type { ScheduleRun } from "../queries";
import { tellRun } from "./tell-run";

const keepForm = onDemand(() => import("./keep-form"));

/** Starts a run, tells how far it is, and what can be done with it. */
export function RunBar({
  workspace,
  run,
  saved,
}: {
  workspace: string;
  run: ScheduleRun | null;
  saved: () => Promise<unknown>;
}) {
  const api = useApi();
  const start = useSubmit(api.schedule.start.mutate);
  const goOn = useSubmit(api.schedule.goOn.mutate);
  const stop = useSubmit(api.schedule.stop.mutate);
  const cancel = useSubmit(api.schedule.cancel.mutate);
  const startWhenSaved = async () => {
    await saved();
    await start.submit(request);
  };
  const request = (mutationId: string) => ({ workspace, mutationId });
  const underWay = run !== null && run.state !== "stopped" && run.state !== "failed";
  return (
    <div className="mb-4 rounded-lg border border-line bg-surface px-4 py-3 shadow-card print:hidden">
      <div className="flex min-h-10 flex-wrap items-center gap-2">
        <p role="status" className="mr-auto min-w-48 flex-1 text-sm">
          {tellRun(run)}
        </p>
        {underWay ? (
          <>
            <Button pending={stop.pending} onClick={() => void stop.submit(request)}>
              Stop
            </Button>
            <Button variant="ghost" pending={cancel.pending} onClick={() => void cancel.submit(request)}>
              Cancel
            </Button>
          </>
        ) : (
          <>
            {run?.result && !run.result.isProvenBest && (
              <Button pending={goOn.pending} onClick={() => void goOn.submit(request)}>
                Go on improving
              </Button>
            )}
            {run?.result && (
              <div className="has-[form]:order-last has-[form]:w-full">
                <FormInPlace part={keepForm} button={{ children: "Keep…" }}>
                  {(Form, close) => <Form workspace={workspace} onClose={close} />}
                </FormInPlace>
              </div>
            )}
            <Button variant="primary" pending={start.pending} onClick={() => void startWhenSaved()}>
              {run === null ? "Level all projects" : "Level again"}
            </Button>
          </>
        )}
      </div>
      <FormError message={start.message ?? goOn.message ?? stop.message ?? cancel.message} />
    </div>
  );
}
