import { readStandards } from "@/features/standards/queries";
import { type CatalogueEntry, defaultAccelerator, figuresDiffer, type SizingFigure } from "@/planning";
import type { OrganizationDb, Transaction } from "@/platform/db/organization-db";
import { notFound } from "@/platform/errors";
import { minorDigits } from "@/ui/format";
import { tryToAnswer } from "./answer-rules";
import { broughtUpToDate, type ChangedInput, type Given } from "./follow-rules";
import { briefFigures, type KeptSizing, keptSizing } from "./schema";

const mostDeleted = 20;

/**
 * What a project's calculations begin with, and those that were kept, the newest first. Each is made again with today's catalogue,
 * brief and rates, to say where it comes out otherwise.
 */
export async function sizingsOfProject(db: OrganizationDb, projectKey: string) {
  const { organizationId } = db;
  return await db.read(async (tx) => {
    const project = await tx.project.findFirst({
      where: { organizationId, key: projectKey, deletedAt: null },
      select: { id: true },
    });
    if (project === null) throw notFound("project");
    const ofProject = { organizationId, projectId: project.id };
    const given = await readGiven(tx, ofProject);
    const rows = await tx.projectSizing.findMany({
      where: { ...ofProject, deletedAt: null },
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      include: { savedBy: { select: { account: { select: { name: true } } } } },
    });
    const deleted = await tx.projectSizing.findMany({
      where: { ...ofProject, deletedAt: { not: null } },
      orderBy: { deletedAt: "desc" },
      take: mostDeleted,
      select: { id: true, name: true },
    });
    return {
      projectId: project.id,
      given,
      deleted,
      saved: rows.map(({ id, name, version, updatedAt, savedBy, content }) => {
        const kept = keptSizing.parse(content);
        return {
          id,
          name,
          version,
          updatedAt,
          savedBy: savedBy.account.name,
          ...kept,
          now: nowOf(kept, given),
        };
      }),
    };
  });
}

export type SizingsOfProject = Awaited<ReturnType<typeof sizingsOfProject>>;
export type SavedSizing = SizingsOfProject["saved"][number];

async function readGiven(
  tx: Transaction,
  { organizationId, projectId }: { organizationId: string; projectId: string },
): Promise<Given> {
  const rates = await tx.organization.findUniqueOrThrow({
    where: { id: organizationId },
    select: { currency: true, acceleratorHourCostMinor: true },
  });
  const brief = await tx.brief.findFirst({ where: { organizationId, projectId }, select: { content: true } });
  const { accelerator } = await readStandards(tx, organizationId);
  const said = briefFigures.safeParse(brief?.content).data ?? {};
  return {
    requestsPerDay: said.requestsPerDay ?? null,
    promptTokens: said.tokensInPerRequest ?? null,
    outputTokens: said.tokensOutPerRequest ?? null,
    latencySeconds: said.latencySeconds ?? null,
    accelerator: accelerator ?? defaultAccelerator,
    rentPerHour: rates.acceleratorHourCostMinor / 10 ** minorDigits(rates.currency),
    rentCurrency: rates.currency,
  };
}

type Now = {
  /** Null: it can't be made any more. */
  readonly figures: readonly SizingFigure[] | null;
  readonly entries: readonly CatalogueEntry[];
  /** What the brief or the workspace says otherwise. */
  readonly changed: readonly ChangedInput[];
};

/** How it comes out today where that differs from what was kept; null where it does not. */
function nowOf(kept: KeptSizing, given: Given): Now | null {
  const { sizing, changed } = broughtUpToDate(kept.sizing, kept.follows, given);
  const { answer } = tryToAnswer(sizing);
  if (answer === null) return { figures: null, entries: [], changed };
  if (changed.length === 0 && !figuresDiffer(kept.figures, answer.figures)) return null;
  return { figures: answer.figures, entries: answer.entries, changed };
}
