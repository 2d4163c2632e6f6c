import type { z } from "zod";
import {
  accelerators,
  figuresDiffer,
  type ModelFactChange,
  type ModelFacts,
  modelFactChanges,
  modelFacts,
  type SizingFigure,
  searchModels,
} from "@/planning";
import type { FilesConfig } from "@/platform/config";
import type { OrganizationDb } from "@/platform/db/organization-db";
import { notFound } from "@/platform/errors";
import { usedBytes } from "@/platform/storage/files";
import {
  type KeptContent,
  keptContent,
  type previewSizingInput,
  type searchModelsInput,
} from "./evidence.schema";
import { figuresOf, figuresToday } from "./sizing-rules";

/** All evidence of a decision and its options, the oldest first. Calculations are made again, to say where the catalogue differs now. */
export async function evidenceOfDecision(db: OrganizationDb, decisionId: string) {
  const { organizationId } = db;
  const found = await db.read(
    async (tx) =>
      await tx.decision.findFirst({
        where: { organizationId, id: decisionId, deletedAt: null, project: { deletedAt: null } },
        select: {
          outcomes: { where: { endedAt: null }, select: { decidedAt: true } },
          supersededBy: { select: { id: true } },
          evidence: {
            where: { deletedAt: null, OR: [{ optionId: null }, { option: { deletedAt: null } }] },
            orderBy: [{ createdAt: "asc" }, { id: "asc" }],
            select: {
              id: true,
              optionId: true,
              title: true,
              note: true,
              content: true,
              version: true,
              createdAt: true,
              addedBy: { select: { account: { select: { name: true } } } },
              file: { select: { id: true, name: true, mediaType: true, sizeBytes: true, sha256: true } },
            },
          },
        },
      }),
  );
  if (found === null) throw notFound("decision");
  const decidedAt = found.outcomes[0]?.decidedAt ?? null;
  return {
    /** Also after deciding: what is learned later is dated. */
    mayAdd: found.supersededBy === null,
    evidence: found.evidence.map(({ addedBy, content, ...row }) => {
      const kept = keptContent.parse(content);
      return {
        ...row,
        content: kept,
        addedBy: addedBy.account.name,
        now: nowOf(kept),
        /** What a decision was taken with is part of its record. */
        mayChange: found.supersededBy === null && (decidedAt === null || row.createdAt > decidedAt),
      };
    }),
  };
}

export type EvidenceItem = Awaited<ReturnType<typeof evidenceOfDecision>>["evidence"][number];

/** What the catalogue gives today, where it gives something else than it did; null where nothing differs. */
type Now =
  | { readonly kind: "sizing"; readonly figures: readonly SizingFigure[] | null }
  | {
      readonly kind: "model";
      readonly changes: readonly ModelFactChange[];
      readonly facts: ModelFacts | null;
    };

function nowOf(content: KeptContent): Now | null {
  if (content.kind === "sizing") {
    const figures = figuresToday(content.sizing);
    return figures !== null && !figuresDiffer(content.figures, figures) ? null : { kind: "sizing", figures };
  }
  if (content.kind !== "model") return null;
  const changes = modelFactChanges(content.facts);
  if (changes.length === 0) return null;
  return { kind: "model", changes, facts: changes.includes("gone") ? null : modelFacts(content.facts.model) };
}

const mostModels = 12;

/** Models of the catalogue by words of their name or maker. */
export function modelsLike({ text, access }: z.output<typeof searchModelsInput>) {
  return searchModels({ text, access, most: mostModels });
}

/** The accelerators that a calculation can be about, by vendor and name. */
export function acceleratorChoices() {
  return Object.entries(accelerators)
    .map(([id, { name }]) => ({ id, name }))
    .sort((a, b) => a.name.localeCompare(b.name));
}

export function previewSizing({ sizing }: z.output<typeof previewSizingInput>) {
  return { figures: figuresOf(sizing) };
}

/** What may be uploaded, and how much room there still is. */
export async function fileRules(db: OrganizationDb, { maxBytes, quotaBytes, types }: FilesConfig) {
  const used = await db.read(async (tx) => await usedBytes(tx, db.organizationId));
  return { maxBytes, types, quotaBytes, usedBytes: used };
}
