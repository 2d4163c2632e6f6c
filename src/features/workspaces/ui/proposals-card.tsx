"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { disciplineName, expertiseLevelName } from "@/planning";
import { useApi, useTRPC } from "@/platform/trpc/client";
import { useSubmit } from "@/platform/trpc/submit";
import { Badge } from "@/ui/badge";
import { Button } from "@/ui/button";
import { Card } from "@/ui/card";
import { FormError } from "@/ui/form-error";
import { formatDate } from "@/ui/format";
import { RelativeTime } from "@/ui/time";
import { toast } from "@/ui/toast-queue";
import type { Proposals } from "../proposals.queries";

type Proposal = Proposals["forMe"][number];

/** Levels that were proposed for one's own profile, to be answered, and what one proposed to others; nothing without any. */
export function ProposalsCard({ workspace }: { workspace: string }) {
  const api = useApi();
  const trpc = useTRPC();
  const { data } = useSuspenseQuery(trpc.workspaces.proposals.queryOptions({ workspace }));
  const settle = useSubmit(api.workspaces.settleProposal.mutate, ({ outcome }) =>
    toast.success(outcome === "taken-over" ? "It is in your profile." : "Your profile stays as it is."),
  );
  const withdraw = useSubmit(api.workspaces.withdrawProposal.mutate, () =>
    toast.success("It is taken back."),
  );
  const { forMe, made } = data;
  const answer = (proposalId: string, as: "taken-over" | "declined") =>
    void settle.submit((mutationId) => ({ workspace, mutationId, proposalId, as }));
  return (
    <div id="proposals" className="scroll-mt-16">
      {forMe.length > 0 && (
        <Card title="Proposed for your profile" hint="Only you and who proposed it see this" className="mb-4">
          <FormError message={settle.message} />
          <ul aria-label="Proposed for your profile" className="grid text-sm">
            {forMe.map((proposal) => (
              <Item key={proposal.id} proposal={proposal} who={`${proposal.byName} proposes`}>
                <Button size="sm" variant="primary" onClick={() => answer(proposal.id, "taken-over")}>
                  Take over
                </Button>
                <Button size="sm" onClick={() => answer(proposal.id, "declined")}>
                  Decline
                </Button>
              </Item>
            ))}
          </ul>
        </Card>
      )}
      {made.length > 0 && (
        <Card title="What you proposed" hint="Only you and the person see this" className="mb-4">
          <FormError message={withdraw.message} />
          <ul aria-label="What you proposed" className="grid text-sm">
            {made.map((proposal) => (
              <Item key={proposal.id} proposal={proposal} who={`for ${proposal.forName}`}>
                {proposal.outcome === null ? (
                  <>
                    <Badge>not answered</Badge>
                    <Button
                      size="sm"
                      onClick={() =>
                        void withdraw.submit((mutationId) => ({
                          workspace,
                          mutationId,
                          proposalId: proposal.id,
                        }))
                      }
                    >
                      Take back
                    </Button>
                  </>
                ) : (
                  <Badge>{proposal.outcome === "taken-over" ? "taken over" : "declined"}</Badge>
                )}
              </Item>
            ))}
          </ul>
        </Card>
      )}
    </div>
  );
}

function Item({ proposal, who, children }: { proposal: Proposal; who: string; children: ReactNode }) {
  const { discipline, level, readyOn, sentence, createdAt } = proposal;
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-t border-line py-2 first:border-t-0 first:pt-0 last:pb-0">
      <div className="min-w-0 flex-1 basis-64">
        <p className="[overflow-wrap:anywhere]">
          <span className="font-medium">
            {disciplineName(discipline)}: {expertiseLevelName(level)}
          </span>
          {readyOn !== null && <span className="text-muted"> from {formatDate(readyOn)}</span>}
        </p>
        <p className="text-xs text-muted [overflow-wrap:anywhere]">
          {who} · <RelativeTime at={createdAt} />
          {sentence !== "" && <span className="text-ink"> — “{sentence}”</span>}
        </p>
      </div>
      <div className="flex items-center gap-2">{children}</div>
    </li>
  );
}
