import { z } from "zod";
import { phaseIds } from "@/planning";
import { id, mutationId, timeZone } from "@/platform/schema";

/** As the screen names them (ui/inbox-filter.ts). */
const inboxFilters = ["unread", "mentions", "all", "snoozed", "done"] as const;
export type InboxFilter = (typeof inboxFilters)[number];

export const inboxInput = z.strictObject({
  filter: z.enum(inboxFilters),
  limit: z.int().min(1).max(500).default(50),
});

const yearMs = 366 * 86_400_000;

/** An item in the state in which the person saw it: what came meanwhile is not swept away with it. */
const seenItem = z.strictObject({ id, lastSeq: z.int().min(0).max(2_147_483_647) });

export const markInput = z.strictObject({
  mutationId,
  items: z.array(seenItem).min(1).max(500),
  /** What is left out stays as it is. */
  read: z.boolean().optional(),
  done: z.boolean().optional(),
  /** When it comes back, worked out in the time zone of the person's browser; null brings it back now. */
  snoozedUntil: z
    .date("Please give a time.")
    .refine((time) => time.getTime() < Date.now() + yearMs, "Please choose a time within a year.")
    .nullable()
    .optional(),
});

/** What can be followed or muted: a project, a phase of it, a decision. */
export const subjectInput = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("project"), projectId: id }),
  z.strictObject({ kind: z.literal("phase"), projectId: id, phase: z.enum(phaseIds) }),
  z.strictObject({ kind: z.literal("decision"), decisionId: id }),
]);

export const subscriptionInput = z.strictObject({ subject: subjectInput });

export const subscribeInput = z.strictObject({
  mutationId,
  subject: subjectInput,
  /** Automatic: followed while one owns it, asked it or takes part in it. */
  choice: z.enum(["following", "muted", "automatic"]),
});

export const mailFrequencies = ["instant", "digest", "off"] as const;
export type MailFrequency = (typeof mailFrequencies)[number];

export const setMailInput = z.strictObject({
  mutationId,
  frequency: z.enum(mailFrequencies),
  digestHour: z.int().min(0).max(23),
  timeZone,
});
