import { z } from "zod";
import { useVersionedSubmit } from "@/platform/trpc/submit";
import { toast } from "@/ui/toast";

const current = z.object({ version: z.number(), content: z.record(z.string(), z.unknown()) });

/** A standard as somebody else saved it meanwhile. */
export type OtherStandard = z.output<typeof current>;

/** Saves one standard: says so, or brings what somebody else saved meanwhile. */
export function useStandard<Input, Output>(
  send: (input: Input) => Promise<Output>,
  {
    version,
    onDone,
    said = "Saved. Plans use it from now on.",
  }: { version: number; onDone: () => void; said?: string },
) {
  return useVersionedSubmit(send, {
    version,
    current,
    onDone: () => {
      toast.success(said);
      onDone();
    },
  });
}
