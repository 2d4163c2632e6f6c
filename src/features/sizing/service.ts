import { v7 as uuidv7 } from "uuid";
import type { z } from "zod";
import { findProject } from "@/features/projects/service";
import { toDay } from "@/platform/days";
import type { OrganizationDb, Transaction } from "@/platform/db/organization-db";
import { AppError, invalid, notFound, staleVersion } from "@/platform/errors";
import { tryToAnswer } from "./answer-rules";
import {
  type editSizingInput,
  type KeptSizing,
  keptSizing,
  type saveSizingInput,
  type sizingIdInput,
} from "./schema";

const mostSizings = 200;

/** Keeps a calculation with the project under a name: what it starts from, what comes out, and the catalogue's dates. */
export async function saveSizing(db: OrganizationDb, input: z.output<typeof saveSizingInput>) {
  const { organizationId, actor } = db;
  return await db.write(input, async (tx) => {
    const project = await findProject(tx, db, input.projectId);
    await refuseTooMany(tx, db, project.id);
    const { name } = input;
    const content = contentToKeep(input.content);
    const id = uuidv7();
    await tx.projectSizing.create({
      data: { organizationId, id, projectId: project.id, name, content, savedById: actor.membershipId },
    });
    return {
      answer: { id, version: 1 },
      event: eventAbout("sizing.saved", { id, projectId: project.id }, { after: { name, content } }),
    };
  });
}

/** Names it anew; with content, it is another calculation from now on. */
export async function editSizing(db: OrganizationDb, input: z.output<typeof editSizingInput>) {
  const { organizationId, actor } = db;
  return await db.write(input, async (tx) => {
    const sizing = await findSizing(tx, db, input.sizingId, { deletedAt: null });
    const before = keptSizing.parse(sizing.content);
    const content = input.content === null ? before : contentToKeep(input.content);
    const { name } = input;
    const changed = await tx.projectSizing.updateMany({
      where: { organizationId, id: sizing.id, version: input.version, deletedAt: null },
      data: { name, content, version: { increment: 1 }, savedById: actor.membershipId },
    });
    if (changed.count === 0) {
      const { name: named, version } = await findSizing(tx, db, input.sizingId, { deletedAt: null });
      throw staleVersion("calculation", { name: named, version });
    }
    return {
      answer: { version: input.version + 1 },
      event: eventAbout("sizing.edited", sizing, {
        before: { name: sizing.name, content: before },
        after: { name, content },
      }),
    };
  });
}

export async function deleteSizing(db: OrganizationDb, input: z.output<typeof sizingIdInput>) {
  return await db.write(input, async (tx) => {
    const sizing = await findSizing(tx, db, input.sizingId, { deletedAt: null });
    await tx.projectSizing.updateMany({
      where: { organizationId: db.organizationId, id: sizing.id },
      data: { deletedAt: new Date(), deletedById: db.actor.membershipId },
    });
    return {
      answer: null,
      event: eventAbout("sizing.deleted", sizing, {
        before: { name: sizing.name, content: keptSizing.parse(sizing.content) },
      }),
    };
  });
}

export async function restoreSizing(db: OrganizationDb, input: z.output<typeof sizingIdInput>) {
  return await db.write(input, async (tx) => {
    const sizing = await findSizing(tx, db, input.sizingId, { deletedAt: { not: null } });
    await refuseTooMany(tx, db, sizing.projectId);
    await tx.projectSizing.updateMany({
      where: { organizationId: db.organizationId, id: sizing.id },
      data: { deletedAt: null, deletedById: null },
    });
    return {
      answer: null,
      event: eventAbout("sizing.restored", sizing, { after: { name: sizing.name } }),
    };
  });
}

/** The figures are always the server's own: what a browser says they are is not asked. */
function contentToKeep({ sizing, follows }: z.output<typeof saveSizingInput>["content"]): KeptSizing {
  const { answer, errors } = tryToAnswer(sizing);
  if (answer === null) {
    const fieldErrors = Object.entries(errors).map(([field, message]) => [
      `content.sizing.${field}`,
      [message],
    ]);
    throw new AppError("INVALID", "SIZING", "This calculation can't be made.", {
      fieldErrors: Object.fromEntries(fieldErrors),
    });
  }
  return {
    sizing,
    follows: [...new Set(follows)],
    figures: answer.figures.map((figure) => ({ ...figure })),
    entries: answer.entries.map((entry) => ({ ...entry })),
    asOf: toDay(new Date()),
  };
}

async function refuseTooMany(tx: Transaction, db: OrganizationDb, projectId: string): Promise<void> {
  const count = await tx.projectSizing.count({
    where: { organizationId: db.organizationId, projectId, deletedAt: null },
  });
  if (count >= mostSizings)
    throw invalid("TOO_MANY_SIZINGS", `Please keep to ${mostSizings} calculations in a project.`);
}

async function findSizing(
  tx: Transaction,
  db: OrganizationDb,
  id: string,
  which: { deletedAt: null | { not: null } },
) {
  const found = await tx.projectSizing.findFirst({
    where: { organizationId: db.organizationId, id, ...which, project: { deletedAt: null } },
  });
  if (found === null) throw notFound("calculation");
  return found;
}

function eventAbout<Data extends object>(
  type: "sizing.saved" | "sizing.edited" | "sizing.deleted" | "sizing.restored",
  { id, projectId }: { readonly id: string; readonly projectId: string },
  data: Data,
) {
  return { type, subject: { type: "sizing", id }, projectId, data: { ...data } };
}
