import type { z } from "zod";
import { textsOf } from "@/features/texts/frame.service";
import type { TextMessage } from "@/features/texts/live.service";
import type { OrganizationDb, Transaction } from "@/platform/db/organization-db";
import type { Services } from "@/platform/trpc/context";
import { type FoundBrief, findBrief, giveBrief, lockBrief } from "./brief-find.service";
import {
  asWritten,
  type BriefContent,
  briefTexts,
  type changeTextInput,
  type followTextInput,
  type openTextInput,
  type pointInTextInput,
  type settleTextInput,
} from "./schema";

// The parts of the brief in words are written by several people at once.

type Which = z.output<typeof openTextInput>;

const texts = textsOf<Which, FoundBrief>({
  key: ({ projectId, field }) => ({ subjectId: projectId, field }),
  find: async (tx, db, { projectId }) => await findBrief(tx, db, projectId),
  lock: async (tx, db, { projectId }) => await lockBrief(tx, db, projectId),
  refuse: () => {},
  words: ({ projectId, content }, { field }) => ({ projectId, words: content[field] }),
  fits: () => asWritten,
  give: async (tx, db, brief, { field }, words) => {
    await giveBrief(tx, db, brief, { ...brief.content, [field]: words });
    return {
      type: "brief.edited",
      subject: { type: "brief", id: brief.projectId },
      projectId: brief.projectId,
      data: { before: { [field]: brief.content[field] }, after: { [field]: words } },
    };
  },
});

export async function openBriefText(db: OrganizationDb, input: Which) {
  return await texts.open(db, input);
}

export async function changeBriefText(db: OrganizationDb, input: z.output<typeof changeTextInput>) {
  return await texts.change(db, input);
}

export async function settleBriefText(db: OrganizationDb, input: z.output<typeof settleTextInput>) {
  return await texts.settle(db, input);
}

export async function pointInBriefText(db: OrganizationDb, input: z.output<typeof pointInTextInput>) {
  return await texts.point(db, input);
}

export async function followBriefText(
  services: Services,
  db: OrganizationDb,
  loginSessionId: string,
  input: z.output<typeof followTextInput>,
  signal: AbortSignal,
): Promise<AsyncGenerator<TextMessage>> {
  const { projectId, field } = input;
  return await texts.follow(services, db, loginSessionId, { projectId, field }, input, signal);
}

/** The texts that came by a form, with what others are writing in them, and those that did not come as they are. */
export async function textsByForm(
  tx: Transaction,
  db: OrganizationDb,
  brief: FoundBrief,
  given: { readonly [field in (typeof briefTexts)[number]]?: string | undefined },
): Promise<Pick<BriefContent, (typeof briefTexts)[number]>> {
  const { useCase, goals, qualityBar, dataAtHand, constraints } = brief.content;
  const after = { useCase, goals, qualityBar, dataAtHand, constraints };
  for (const field of briefTexts) {
    const words = given[field];
    if (words !== undefined)
      after[field] = await texts.byForm(tx, db, brief, { projectId: brief.projectId, field }, words);
  }
  return after;
}
