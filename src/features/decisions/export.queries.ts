import { strToU8, zipSync } from "fflate";
import { toBase64 } from "lib0/buffer";
import type { z } from "zod";
import { today } from "@/platform/days";
import type { OrganizationDb } from "@/platform/db/organization-db";
import { invalid, notFound } from "@/platform/errors";
import { madrFileName, madrIndex, recordName, toMadr } from "./madr-rules";
import { toPdf } from "./pdf.queries";
import { decisionRecords } from "./records.queries";
import type { exportDecisionsInput } from "./schema";

const mostOnPages = 500;

/** A file to be kept elsewhere; its bytes in base64. */
export type ExportedFile = { readonly name: string; readonly mediaType: string; readonly base64: string };

/** One decision as a file, or many as an archive of files with an index; as JSON and PDF always one file. */
export async function exportDecisions(
  db: OrganizationDb,
  input: z.output<typeof exportDecisionsInput>,
): Promise<ExportedFile> {
  const { records, currency, workspace } = await db.read(async (tx) => {
    const { currency, name } = await tx.organization.findUniqueOrThrow({
      where: { id: db.organizationId },
      select: { currency: true, name: true },
    });
    return { records: await decisionRecords(tx, db, input), currency, workspace: name };
  });
  const one = input.number === undefined ? null : (records[0] ?? null);
  if (input.number !== undefined && one === null) throw notFound("decision");
  const name = input.projectKey === undefined ? db.slug : input.projectKey.toLowerCase();
  if (input.format === "json") {
    const suffix = input.number === undefined ? "decisions" : `d-${input.number}`;
    const json = JSON.stringify({ format: "phasewise-decisions/1", currency, decisions: records }, null, 2);
    return file(`${name}-${suffix}.json`, "application/json", strToU8(json));
  }
  const money = new Intl.NumberFormat("en", { style: "currency", currency });
  const { maximumFractionDigits: decimals = 2 } = money.resolvedOptions();
  const format = { money: (minor: number) => money.format(minor / 10 ** decimals) };
  if (input.format === "pdf") {
    const told = one === null ? records : [one];
    if (told.length > mostOnPages) throw tooMany(told.length);
    const project = input.projectKey === undefined ? undefined : told[0]?.project.name;
    const from = [workspace, project, today()].filter((part) => part !== undefined).join(" · ");
    const about = { title: one?.question ?? "Decisions", from, isOne: one !== null };
    const fileName = one === null ? `${name}-decisions` : recordName(one);
    return file(`${fileName}.pdf`, "application/pdf", await toPdf(told, about, format));
  }
  if (one !== null) return file(madrFileName(one), "text/markdown", strToU8(toMadr(one, format)));
  const files = records.map((record) => [madrFileName(record), strToU8(toMadr(record, format))] as const);
  const archive = zipSync({
    "README.md": strToU8(madrIndex(records)),
    ...Object.fromEntries(files),
  });
  return file(`${name}-decisions.zip`, "application/zip", archive);
}

function tooMany(count: number) {
  return invalid(
    "TOO_MANY_DECISIONS",
    `A PDF holds up to ${mostOnPages} decisions, and these are ${count}. Narrow them by state, phase, project or words.`,
  );
}

function file(name: string, mediaType: string, bytes: Uint8Array): ExportedFile {
  return { name, mediaType, base64: toBase64(bytes) };
}
