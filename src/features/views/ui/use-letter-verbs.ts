"use client";

import { useApi } from "@/platform/trpc/client";
import { useSubmit } from "@/platform/trpc/submit";
import { toast } from "@/ui/toast-queue";
import type { MyLetter } from "../letters.queries";

/** Pausing letters, going on with them, sending one at once and ending them, from wherever they are listed. */
export function useLetterVerbs(workspace: string) {
  const api = useApi();
  const change = useSubmit(api.letters.change.mutate);
  const end = useSubmit(api.letters.end.mutate);
  const sending = useSubmit(api.letters.sendNow.mutate, () => void toast("A letter is on its way to you."));
  return {
    sendNow: {
      ...sending,
      run: ({ id: letterId }: MyLetter) =>
        void sending.submit((mutationId) => ({ workspace, mutationId, letterId })),
    },
    pause: {
      ...change,
      toggle: ({ id: letterId, version, rhythm, readers, isPaused }: MyLetter) =>
        void change.submit((mutationId) => ({
          workspace,
          mutationId,
          letterId,
          version,
          rhythm,
          readers: readers.map(({ id }) => id),
          paused: !isPaused,
        })),
    },
    end: {
      ...end,
      run: async ({ id: letterId, view, isMine }: MyLetter, onDone = () => {}) => {
        const done = await end.submit((mutationId) => ({ workspace, mutationId, letterId }));
        if (done === null) return;
        toast(isMine ? `“${view.name}” is not sent any more.` : `You do not get “${view.name}” any more.`);
        onDone();
      },
    },
  };
}
