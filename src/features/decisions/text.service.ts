import type { z } from "zod";
import { textsOf } from "@/features/texts/frame.service";
import type { TextMessage } from "@/features/texts/live.service";
import type { OrganizationDb, Transaction } from "@/platform/db/organization-db";
import type { Services } from "@/platform/trpc/context";
import { type FoundDecision, findDecision, lockDecision, refuseUnlessOpen } from "./find.queries";
import { bump } from "./record.service";
import {
  type changeTextInput,
  context,
  type DecisionText,
  type followTextInput,
  type openTextInput,
  type pointInTextInput,
  rationale,
  type settleTextInput,
} from "./schema";

// The context of an open decision and its rationale are written by several people at once.

type Which = z.output<typeof openTextInput>;

const fits = { context, rationale };

const texts = textsOf<Which, FoundDecision>({
  key: ({ decisionId, field }) => ({ subjectId: decisionId, field }),
  find: async (tx, db, { decisionId }) => await findDecision(tx, db, decisionId),
  lock: async (tx, db, { decisionId }) => await lockDecision(tx, db, decisionId),
  refuse: refuseUnlessOpen,
  words: (decision, { field }) => ({ projectId: decision.projectId, words: decision[field] }),
  fits: ({ field }) => fits[field],
  give: async (tx, db, decision, { field }, words) => {
    await bump(tx, db, decision, decision.version, { [field]: words });
    const { number, question } = decision;
    return {
      type: "decision.edited",
      subject: { type: "decision", id: decision.id },
      projectId: decision.projectId,
      data: { number, question, before: { [field]: decision[field] }, after: { [field]: words } },
    };
  },
});

export async function openDecisionText(db: OrganizationDb, input: Which) {
  return await texts.open(db, input);
}

export async function changeDecisionText(db: OrganizationDb, input: z.output<typeof changeTextInput>) {
  return await texts.change(db, input);
}

export async function settleDecisionText(db: OrganizationDb, input: z.output<typeof settleTextInput>) {
  return await texts.settle(db, input);
}

export async function pointInDecisionText(db: OrganizationDb, input: z.output<typeof pointInTextInput>) {
  return await texts.point(db, input);
}

export async function followDecisionText(
  services: Services,
  db: OrganizationDb,
  loginSessionId: string,
  input: z.output<typeof followTextInput>,
  signal: AbortSignal,
): Promise<AsyncGenerator<TextMessage>> {
  const { decisionId, field } = input;
  return await texts.follow(services, db, loginSessionId, { decisionId, field }, input, signal);
}

/** What a text says that its decision does not say yet, settled; null when they say the same. The caller gives it to the decision. */
export async function settledWords(
  tx: Transaction,
  db: OrganizationDb,
  decision: FoundDecision,
  field: DecisionText,
): Promise<string | null> {
  return await texts.settledWords(tx, db, decision, { decisionId: decision.id, field });
}

/** A text that came by a form, with what others are writing in it. The caller gives it to the decision. */
export async function textByForm(
  tx: Transaction,
  db: OrganizationDb,
  decision: FoundDecision,
  field: DecisionText,
  after: string,
): Promise<string> {
  return await texts.byForm(tx, db, decision, { decisionId: decision.id, field }, after);
}

/** What who decides gives as the reason, with what others are writing in it at that moment; never empty. */
export async function finalRationale(
  tx: Transaction,
  db: OrganizationDb,
  decision: FoundDecision,
  given: string,
): Promise<string> {
  const field = "rationale";
  const isAsRead = given === decision.rationale;
  const words = await (isAsRead
    ? settledWords(tx, db, decision, field)
    : textByForm(tx, db, decision, field, given));
  return words || given;
}
