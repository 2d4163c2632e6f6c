"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { SettingsNav, useWorkspace } from "@/features/workspaces/ui";
import { useApi, useTRPC } from "@/platform/trpc/client";
import { useSubmit } from "@/platform/trpc/submit";
import { Button } from "@/ui/button";
import { Card } from "@/ui/card";
import { Checkbox } from "@/ui/checkbox";
import { FormError } from "@/ui/form-error";
import { formatDate } from "@/ui/format";
import { RelativeTime } from "@/ui/time";
import { toast } from "@/ui/toast-queue";

/** The share links that can still be used, and who may open them. */
export function SharingScreen({ workspace }: { workspace: string }) {
  const frame = useWorkspace(workspace);
  return (
    <>
      <SettingsNav workspace={workspace} />
      <div className="grid max-w-3xl gap-5">
        {frame.may("view.share") ? (
          <Links workspace={workspace} mayConfigure={frame.may("workspace.configure")} />
        ) : (
          <Card title="Share links">
            <p className="text-muted">Leads, admins and owners share views. Your role is {frame.role}.</p>
          </Card>
        )}
      </div>
    </>
  );
}

function Links({ workspace, mayConfigure }: { workspace: string; mayConfigure: boolean }) {
  const api = useApi();
  const trpc = useTRPC();
  const { data } = useSuspenseQuery(trpc.shares.open.queryOptions({ workspace }));
  const revoke = useSubmit(api.shares.revoke.mutate, () => toast.success("The link opens nothing any more."));
  const allow = useSubmit(api.shares.setSharing.mutate);
  return (
    <>
      <Card title="Who may open them">
        <FormError message={allow.message} />
        <Checkbox
          label="Share links open without signing in"
          checked={allow.pending ? !data.withoutSignIn : data.withoutSignIn}
          disabled={!mayConfigure || allow.pending}
          onChange={(event) => {
            const withoutSignIn = event.target.checked;
            void allow.submit((mutationId) => ({ workspace, mutationId, withoutSignIn }));
          }}
        />
        <p className="mt-2 text-sm text-muted">
          {data.withoutSignIn
            ? "Whoever has a link sees its rows. Taken back, all links stop at once for everybody who is not a member."
            : "Only members of this workspace can open a link."}
          {!mayConfigure && " Owners and admins change this."}
        </p>
      </Card>
      <Card title="Share links" hint="made on the portfolio, under Export">
        <FormError message={revoke.message} />
        {data.links.length === 0 ? (
          <p className="text-muted">No link can be used now.</p>
        ) : (
          <ul aria-label="Share links" className="grid text-sm">
            {data.links.map(({ id: shareId, name, madeBy, expiresAt, lastUsedAt }) => (
              <li
                key={shareId}
                className="flex flex-wrap items-center justify-between gap-2 border-t border-line py-2 first:border-0"
              >
                <span className="min-w-0 [overflow-wrap:anywhere]">
                  <b className="font-medium">{name}</b>
                  <span className="text-muted">
                    {" "}
                    · by {madeBy} · until {formatDate(expiresAt)} ·{" "}
                    {lastUsedAt === null ? (
                      "not opened yet"
                    ) : (
                      <>
                        last opened <RelativeTime at={lastUsedAt} />
                      </>
                    )}
                  </span>
                </span>
                <Button
                  size="sm"
                  variant="danger"
                  aria-label={`Withdraw ${name}`}
                  onClick={() => void revoke.submit((mutationId) => ({ workspace, mutationId, shareId }))}
                >
                  Withdraw
                </Button>
              </li>
            ))}
          </ul>
        )}
      </Card>
    </>
  );
}
