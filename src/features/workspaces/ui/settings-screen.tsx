"use client";

import { useState } from "react";
import { useApi } from "@/platform/trpc/client";
import { useSubmit } from "@/platform/trpc/submit";
import { Button } from "@/ui/button";
import { Callout } from "@/ui/callout";
import { Card } from "@/ui/card";
import { ConfirmDialog } from "@/ui/confirm-dialog";
import { Field } from "@/ui/field";
import { FormError } from "@/ui/form-error";
import { TextInput } from "@/ui/text-input";
import { toast } from "@/ui/toast";
import { fromRates, RatesFields, toRates } from "./rates-fields";
import { SettingsNav } from "./settings-nav";
import { useWorkspace } from "./use-workspace";

export function SettingsScreen({ workspace }: { workspace: string }) {
  const api = useApi();
  const frame = useWorkspace(workspace);
  const [name, setName] = useState(frame.name);
  const [rates, setRates] = useState(fromRates(frame));
  const [version, setVersion] = useState(frame.version);
  const { submit, pending, message, errorOf, refusal } = useSubmit(
    api.workspaces.configure.mutate,
    (saved) => {
      setVersion(saved.version);
      toast.success("Saved. Every forecast uses the new rates from now on.");
    },
  );
  const leaving = useSubmit(api.workspaces.leave.mutate, () => window.location.assign("/"));
  const editable = frame.may("workspace.configure");
  return (
    <>
      <SettingsNav workspace={workspace} />
      <div className="grid max-w-xl gap-5">
        <Card title="Workspace">
          {editable ? (
            <form
              className="grid gap-4"
              noValidate
              onSubmit={(event) => {
                event.preventDefault();
                void submit((mutationId) => ({ workspace, mutationId, version, name, ...toRates(rates) }));
              }}
            >
              <FormError message={message} />
              {refusal?.code === "STALE_VERSION" && (
                <Callout tone="warn" title={`It is now called “${frame.name}”.`}>
                  <Button size="sm" onClick={() => setVersion(frame.version)}>
                    Keep mine and save over it
                  </Button>
                </Callout>
              )}
              <Field label="Name" error={errorOf("name")} required>
                <TextInput value={name} onChange={(event) => setName(event.target.value)} />
              </Field>
              <RatesFields value={rates} onChange={setRates} errorOf={errorOf} />
              <div>
                <Button type="submit" variant="primary" pending={pending}>
                  Save
                </Button>
              </div>
            </form>
          ) : (
            <p className="text-muted">
              Owners and admins configure the workspace. Your role is {frame.role}.
            </p>
          )}
        </Card>
        <Card title="Leave">
          <p className="mb-3 text-sm text-muted">You lose access at once. Somebody can invite you again.</p>
          <FormError message={leaving.message} />
          <ConfirmDialog
            trigger={<Button variant="danger">Leave this workspace</Button>}
            title={`Leave ${frame.name}?`}
            description="What you wrote and decided stays on record under your name."
            confirm="Leave"
            onConfirm={() => void leaving.submit((mutationId) => ({ workspace, mutationId }))}
          />
        </Card>
      </div>
    </>
  );
}
