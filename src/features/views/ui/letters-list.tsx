"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTRPC } from "@/platform/trpc/client";
import { Badge } from "@/ui/badge";
import { Button } from "@/ui/button";
import { FormError } from "@/ui/form-error";
import { formatCount } from "@/ui/format";
import { onDemand, useOnDemand } from "@/ui/on-demand";
import { RelativeTime } from "@/ui/time";
import type { MyLetter } from "../letters.queries";
import { whyNoMail } from "./no-mail";
import { momentWords, rhythmWords } from "./rhythm-words";
import { useLetterVerbs } from "./use-letter-verbs";

const panel = onDemand(() => import("./letters-panel"));

/** The views that a person gets or sends by e-mail from one workspace. */
export function LettersList({ workspace }: { workspace: string }) {
  const trpc = useTRPC();
  const { data } = useQuery(trpc.letters.mine.queryOptions({ workspace }));
  const { pause, end } = useLetterVerbs(workspace);
  const [changing, setChanging] = useState<string | null>(null);
  const { Component: Panel } = useOnDemand(panel, changing !== null);
  if (data === undefined) return null;
  return (
    <section aria-labelledby="letters">
      <h3 id="letters" className="text-sm font-medium">
        Views by e-mail
      </h3>
      <p className="mb-2 text-xs text-muted">
        {data.off === null ? "Scheduled on the portfolio, under Export." : whyNoMail[data.off]}
      </p>
      <FormError message={pause.message ?? end.message} />
      {data.letters.length === 0 && <p className="text-sm text-muted">None yet.</p>}
      <ul aria-labelledby="letters" className="grid text-sm">
        {data.letters.map((letter) => (
          <li
            key={letter.id}
            className="flex flex-wrap items-center justify-between gap-2 border-t border-line py-2 first:border-0"
          >
            <div className="min-w-0 [overflow-wrap:anywhere]">
              <b className="font-medium">{letter.view.name}</b> {letter.isPaused && <Badge>paused</Badge>}
              <div className="text-xs text-muted">{rhythmWords(letter.rhythm)}</div>
              <div className="text-xs text-muted">
                {readersWords(letter, data.me)}
                {letter.nextAt !== null && ` · next ${momentWords(letter.nextAt, letter.rhythm.timeZone)}`}
                {letter.lastSentAt !== null && (
                  <>
                    {" "}
                    · last to you <RelativeTime at={letter.lastSentAt} />
                  </>
                )}
              </div>
            </div>
            <div className="flex flex-wrap gap-1.5">
              {letter.isMine && (
                <>
                  <Button
                    size="sm"
                    aria-haspopup="dialog"
                    aria-label={`Change the e-mail of ${letter.view.name}`}
                    onClick={() => setChanging(letter.view.id)}
                  >
                    Change
                  </Button>
                  <Button
                    size="sm"
                    pending={pause.pending}
                    aria-label={`${letter.isPaused ? "Go on sending" : "Pause"} ${letter.view.name}`}
                    onClick={() => pause.toggle(letter)}
                  >
                    {letter.isPaused ? "Go on" : "Pause"}
                  </Button>
                </>
              )}
              <Button
                size="sm"
                variant="danger"
                pending={end.pending}
                aria-label={`${letter.isMine ? "End" : "Stop"} the e-mail of ${letter.view.name}`}
                onClick={() => void end.run(letter)}
              >
                {letter.isMine ? "End" : "Stop"}
              </Button>
            </div>
          </li>
        ))}
      </ul>
      {Panel !== null && changing !== null && (
        <Panel workspace={workspace} viewId={changing} open onOpenChange={() => setChanging(null)} />
      )}
    </section>
  );
}

function readersWords({ isMine, makerName, readers }: MyLetter, me: string): string {
  if (!isMine) return `${makerName} has it sent to you`;
  const others = readers.filter(({ id }) => id !== me).length;
  if (others === 0) return "to you";
  const them = formatCount(others, "other", "others");
  return others === readers.length ? `to ${them}` : `to you and ${them}`;
}
