import { v7 as uuidv7 } from "uuid";
import type { z } from "zod";
import { normalQuery } from "@/features/portfolio/shown.queries";
import type { NewEvent } from "@/platform/db/event-log";
import type { OrganizationDb, Request, Transaction } from "@/platform/db/organization-db";
import { AppError, invalid, notFound, staleVersion } from "@/platform/errors";
import { mayDo } from "@/platform/permissions";
import {
  type arrangeViewsInput,
  type deleteViewInput,
  type editViewInput,
  type makeViewInput,
  mostViews,
  type restoreViewInput,
  type setDefaultViewInput,
  type ViewScope,
} from "./schema";

/** Keeps a filter under a name, as the last tab of its kind. */
export async function makeView(db: OrganizationDb, input: z.output<typeof makeViewInput>) {
  const { organizationId, actor } = db;
  const { name, scope } = input;
  return await change(db, input, scope, async (tx) => {
    const others = await inScope(tx, db, scope);
    refuseName(others, name);
    if (others.length >= mostViews) {
      throw invalid("TOO_MANY_VIEWS", `There are ${mostViews} of these views. Delete one first.`);
    }
    const id = uuidv7();
    const query = normalQuery(input.query);
    await tx.savedView.create({
      data: {
        organizationId,
        id,
        ownerId: actor.membershipId,
        name,
        query,
        scope,
        position: nextPosition(others),
      },
    });
    return {
      answer: { id, query, version: 1 },
      event: eventAbout("view.shared", id, { name, after: { name, query } }),
    };
  });
}

/** Names it anew, lets it show something else, shares it or takes it back to its owner's own. */
export async function editView(db: OrganizationDb, input: z.output<typeof editViewInput>) {
  const { viewId, name, scope, version } = input;
  const seen = await visibleView(db, viewId, "open");
  // What is or was everybody's tab is told on the log; what is the owner's alone is not.
  const told: ViewScope = seen.scope === "shared" || scope === "shared" ? "shared" : "personal";
  return await change(db, input, told, async (tx) => {
    const before = await lockView(tx, db, viewId, "open");
    if (before.scope !== seen.scope) throw staleVersion("view", current(before));
    const moves = before.scope !== scope;
    if (moves && before.ownerId !== db.actor.membershipId && scope === "personal") {
      throw new AppError("FORBIDDEN", "VIEW_NOT_YOURS", "Only whoever made a shared view may take it back.");
    }
    const others = (await inScope(tx, db, scope)).filter(({ id }) => id !== viewId);
    refuseName(others, name);
    if (moves && others.length >= mostViews) {
      throw invalid("TOO_MANY_VIEWS", `There are ${mostViews} of these views. Delete one first.`);
    }
    const query = normalQuery(input.query);
    await bump(tx, db, input, {
      name,
      query,
      scope,
      ...(moves ? { position: nextPosition(others) } : {}),
    });
    if (scope === "personal") await forgetOthersDefault(tx, db, viewId, before.ownerId);
    const type = moves ? (scope === "shared" ? "view.shared" : "view.unshared") : "view.edited";
    return {
      answer: { query, version: version + 1 },
      event: eventAbout(type, viewId, {
        name,
        before: { name: before.name, query: before.query },
        after: { name, query },
      }),
    };
  });
}

/** Puts the tabs of a scope in another order. Tabs that came meanwhile stay behind. */
export async function arrangeViews(db: OrganizationDb, input: z.output<typeof arrangeViewsInput>) {
  const { scope, viewIds } = input;
  return await change(db, input, scope, async (tx) => {
    const known = await inScope(tx, db, scope);
    if (viewIds.some((id) => !known.some((view) => view.id === id))) throw notFound("view");
    const order = [...viewIds, ...known.map(({ id }) => id).filter((id) => !viewIds.includes(id))];
    for (const [position, id] of order.entries()) {
      await tx.savedView.updateMany({ where: { organizationId: db.organizationId, id }, data: { position } });
    }
    return {
      answer: null,
      event: {
        type: "views.arranged",
        subject: { type: "workspace", id: db.organizationId },
        data: { before: { viewIds: known.map(({ id }) => id) }, after: { viewIds: order } },
      },
    };
  });
}

/** Takes the tab away; its owner can bring it back. */
export async function deleteView(db: OrganizationDb, input: z.output<typeof deleteViewInput>) {
  const { viewId, version } = input;
  const { scope } = await visibleView(db, viewId, "open");
  return await change(db, input, scope, async (tx) => {
    const before = await lockView(tx, db, viewId, "open");
    if (before.scope !== scope) throw staleVersion("view", current(before));
    await bump(tx, db, input, { deletedAt: new Date() });
    return {
      answer: { version: version + 1 },
      event: eventAbout("view.deleted", viewId, { name: before.name, before: { name: before.name } }),
    };
  });
}

export async function restoreView(db: OrganizationDb, input: z.output<typeof restoreViewInput>) {
  const { viewId } = input;
  const { scope } = await visibleView(db, viewId, "deleted");
  return await change(db, input, scope, async (tx) => {
    const { name, version } = await lockView(tx, db, viewId, "deleted");
    const others = await inScope(tx, db, scope);
    refuseName(others, name);
    await bump(tx, db, { viewId, version }, { deletedAt: null, position: nextPosition(others) });
    return {
      answer: { version: version + 1 },
      event: eventAbout("view.restored", viewId, { name, after: { name } }),
    };
  });
}

/** Which view I see first when I come to the portfolio. */
export async function setDefaultView(db: OrganizationDb, input: z.output<typeof setDefaultViewInput>) {
  const { organizationId, actor } = db;
  const key = { organizationId, memberId: actor.membershipId };
  return await db.writeOwn(input, async (tx) => {
    if (input.viewId === null) {
      await tx.viewDefault.deleteMany({ where: key });
      return null;
    }
    const { id: viewId } = await lockView(tx, db, input.viewId, "open");
    await tx.viewDefault.upsert({
      where: { organizationId_memberId: key },
      create: { ...key, viewId },
      update: { viewId },
    });
    return null;
  });
}

type Told<T> = { readonly answer: T; readonly event: NewEvent };

/** What concerns everybody's tabs is a deed on the log, for who may share; what concerns one's own is nobody else's history. */
async function change<T>(
  db: OrganizationDb,
  request: Request,
  scope: ViewScope,
  verb: (tx: Transaction) => Promise<Told<T>>,
): Promise<T> {
  if (scope === "personal") return await db.writeOwn(request, async (tx) => (await verb(tx)).answer);
  if (!mayDo(db.actor.role, "view.share")) {
    throw new AppError(
      "FORBIDDEN",
      "ROLE_RULE",
      "Leads, admins and owners keep the shared views. Save it as your own instead.",
    );
  }
  return await db.write(request, verb);
}

const states = { open: { deletedAt: null }, deleted: { deletedAt: { not: null } } } as const;

/** Mine, or shared. Anything else does not exist for me. */
function visible({ organizationId, actor }: OrganizationDb, id: string, state: keyof typeof states) {
  return {
    organizationId,
    id,
    ...states[state],
    OR: [{ ownerId: actor.membershipId }, { scope: "shared" }],
  };
}

async function visibleView(db: OrganizationDb, id: string, state: keyof typeof states) {
  return await db.read(async (tx) => await findView(tx, db, id, state));
}

async function findView(tx: Transaction, db: OrganizationDb, id: string, state: keyof typeof states) {
  const row = await tx.savedView.findFirst({ where: visible(db, id, state) });
  if (row === null) throw notFound("view");
  const scope: ViewScope = row.scope === "shared" ? "shared" : "personal";
  return { ...row, scope };
}

/** Holds its row, so that of two who change it at once the later sees what the earlier did. */
export async function lockView(tx: Transaction, db: OrganizationDb, id: string, state: keyof typeof states) {
  await tx.$queryRaw`SELECT 1 FROM saved_view WHERE organization_id = ${db.organizationId}::uuid AND id = ${id}::uuid FOR UPDATE`;
  return await findView(tx, db, id, state);
}

async function inScope(tx: Transaction, { organizationId, actor }: OrganizationDb, scope: ViewScope) {
  return await tx.savedView.findMany({
    where: {
      organizationId,
      scope,
      deletedAt: null,
      ...(scope === "personal" ? { ownerId: actor.membershipId } : {}),
    },
    orderBy: [{ position: "asc" }, { id: "asc" }],
    select: { id: true, name: true, position: true },
  });
}

function refuseName(others: readonly { readonly name: string }[], name: string): void {
  if (others.some((other) => other.name === name)) {
    throw invalid("NAME_TAKEN", "Another of these views has this name already.", "name");
  }
}

function nextPosition(others: readonly { readonly position: number }[]): number {
  return Math.max(-1, ...others.map(({ position }) => position)) + 1;
}

async function forgetOthersDefault(
  tx: Transaction,
  { organizationId }: OrganizationDb,
  viewId: string,
  ownerId: string,
): Promise<void> {
  await tx.viewDefault.deleteMany({ where: { organizationId, viewId, memberId: { not: ownerId } } });
}

async function bump(
  tx: Transaction,
  { organizationId }: OrganizationDb,
  { viewId: id, version }: { readonly viewId: string; readonly version: number },
  data: { name?: string; query?: string; scope?: ViewScope; position?: number; deletedAt?: Date | null },
): Promise<void> {
  const changed = await tx.savedView.updateMany({
    where: { organizationId, id, version },
    data: { ...data, version: { increment: 1 } },
  });
  if (changed.count > 0) return;
  const row = await tx.savedView.findFirstOrThrow({ where: { organizationId, id } });
  throw staleVersion("view", current(row));
}

function current(row: {
  readonly name: string;
  readonly query: string;
  readonly scope: string;
  readonly version: number;
}) {
  const { name, query, scope, version } = row;
  return { name, query, scope, version };
}

function eventAbout(type: NewEvent["type"], id: string, data: NewEvent["data"]): NewEvent {
  return { type, subject: { type: "view", id }, data };
}
