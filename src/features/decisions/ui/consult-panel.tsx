"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useApi, useTRPC } from "@/platform/trpc/client";
import { useSubmit } from "@/platform/trpc/submit";
import { Button } from "@/ui/button";
import type { DialogState } from "@/ui/dialog-on-demand";
import DialogPanel from "@/ui/dialog-panel";
import { FormError } from "@/ui/form-error";
import { MemberChecks } from "./member-checks";

type ConsultProps = { workspace: string; decisionId: string; consulted: readonly string[] };

export default function ConsultPanel({ trigger, open, onOpenChange, ...props }: ConsultProps & DialogState) {
  return (
    <DialogPanel
      title="Who is asked"
      description="The page shows who has answered and who has not. Anybody else may take a position, too."
      trigger={trigger}
      open={open}
      onOpenChange={onOpenChange}
    >
      <ConsultForm {...props} onDone={() => onOpenChange(false)} />
    </DialogPanel>
  );
}

function ConsultForm({ workspace, decisionId, consulted, onDone }: ConsultProps & { onDone: () => void }) {
  const api = useApi();
  const trpc = useTRPC();
  const { data: members } = useSuspenseQuery(trpc.workspaces.members.queryOptions({ workspace }));
  const [chosen, setChosen] = useState([...consulted]);
  const { submit, pending, message, errorOf } = useSubmit(api.decisions.consult.mutate, onDone);
  return (
    <form
      className="grid gap-4"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit((mutationId) => ({ workspace, mutationId, decisionId, consulted: chosen }));
      }}
    >
      <FormError message={message} />
      <MemberChecks members={members} chosen={chosen} onChange={setChosen} error={errorOf("consulted")} />
      <div className="flex justify-end">
        <Button type="submit" variant="primary" pending={pending}>
          Save
        </Button>
      </div>
    </form>
  );
}
