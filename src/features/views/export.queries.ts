import { strToU8 } from "fflate";
import { toBase64 } from "lib0/buffer";
import type { z } from "zod";
import { toCsv } from "@/features/exchange/queries";
import { shownRows } from "@/features/portfolio/shown.queries";
import type { OrganizationDb } from "@/platform/db/organization-db";
import { toOnePage } from "./pdf.queries";
import { toPicture } from "./picture-rules";
import type { exportViewInput, ViewFormat } from "./schema";
import { toSheet } from "./sheet-rules";
import { columns, plainValue, titleOf, type ViewTable } from "./table-rules";

/** What the portfolio shows for an address, as a file; its bytes in base64. */
export async function exportView(
  db: OrganizationDb,
  { query, name: title, format }: z.output<typeof exportViewInput>,
) {
  const { organization, table } = await readTable(db, title, query);
  const { suffix, mediaType } = files[format];
  const name = `${fileName(table.name)}${suffix}`;
  if (format === "svg") {
    const { svg, width, height } = toPicture(table);
    return { name, mediaType, base64: toBase64(strToU8(svg)), size: { width, height } };
  }
  const bytes = await bytesOf(table, organization, format);
  return { name, mediaType, base64: toBase64(bytes), size: null };
}

const files = {
  csv: { suffix: ".csv", mediaType: "text/csv; charset=utf-8" },
  xlsx: {
    suffix: ".xlsx",
    mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  },
  pdf: { suffix: ".pdf", mediaType: "application/pdf" },
  svg: { suffix: ".svg", mediaType: "image/svg+xml" },
} as const satisfies Record<ViewFormat, { suffix: string; mediaType: string }>;

async function readTable(db: OrganizationDb, name: string, query: string) {
  const { asOf, rows } = await shownRows(db, query);
  const organization = await db.read(
    async (tx) =>
      await tx.organization.findUniqueOrThrow({
        where: { id: db.organizationId },
        select: { name: true, currency: true },
      }),
  );
  const table: ViewTable = {
    name: name === "" ? "Portfolio" : name,
    asOf,
    currency: organization.currency,
    rows,
  };
  return { organization: organization.name, table };
}

async function bytesOf(
  table: ViewTable,
  organization: string,
  format: Exclude<ViewFormat, "svg">,
): Promise<Uint8Array> {
  switch (format) {
    case "csv":
      return strToU8(toCsv(csvRows(table)));
    case "xlsx":
      return await toSheet(table);
    case "pdf":
      return await toOnePage(table, organization);
  }
}

function csvRows({ rows, currency }: ViewTable): string[][] {
  return [
    columns.map((column) => titleOf(column, currency)),
    ...rows.map((row) => columns.map((column) => String(plainValue(column, row, currency) ?? ""))),
  ];
}

function fileName(name: string): string {
  const plain = name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
  return plain === "" ? "portfolio" : plain.slice(0, 60);
}
