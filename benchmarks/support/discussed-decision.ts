import { writeComment } from "@/features/comments/service";
import type { Client } from "@/platform/db/client";
import { take } from "../../tests/support/decisions";
import { type Size, scoredDecision } from "./scored-decision";

const answersPerThread = 9;
const stances = ["agree", "abstain", "object"] as const;

/** A scored decision on which every member has taken a position, and that is discussed in threads of ten comments. */
export async function discussedDecision(client: Client, size: Size & { comments: number }, slug: string) {
  const scored = await scoredDecision(client, size, slug);
  const { decision, members } = scored;
  for (const [place, member] of members.entries()) {
    const option = decision.options[place % decision.options.length];
    const stance = stances[place % stances.length] ?? "agree";
    await take(member, decision, { stance, optionId: option?.id ?? null, reason: "As we saw in the pilot." });
  }
  let threadId: string | null = null;
  for (let comment = 0; comment < size.comments; comment += 1) {
    const begins = comment % (answersPerThread + 1) === 0;
    const member = members[comment % members.length];
    if (member === undefined) throw new Error("Somebody must have scored.");
    const { id } = await writeComment(member, {
      mutationId: crypto.randomUUID(),
      subjectType: "decision",
      subjectId: decision.id,
      parentId: begins ? null : threadId,
      body: `Measured on **our own** tickets, run ${comment + 1}: the answers are shorter, and the cost per answer stays below what we said.`,
    });
    if (begins) threadId = id;
  }
  return scored;
}
