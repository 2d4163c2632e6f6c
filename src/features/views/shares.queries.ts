import { createHmac } from "node:crypto";
import { shownRows } from "@/features/portfolio/shown.queries";
import type { OrganizationDb } from "@/platform/db/organization-db";
import type { SharedDb } from "@/platform/db/shared-db";
import { columns, sumOf, titleOf, toldValue } from "./table-rules";

/** Links that can still be used, the newest first, and whether they open without signing in. Their tokens are not stored. */
export async function openShares(db: OrganizationDb) {
  const { organizationId } = db;
  return await db.read(async (tx) => {
    const { sharesWithoutSignIn } = await tx.organization.findUniqueOrThrow({
      where: { id: organizationId },
      select: { sharesWithoutSignIn: true },
    });
    const links = await tx.shareLink.findMany({
      where: { organizationId, revokedAt: null, expiresAt: { gt: new Date() } },
      orderBy: { createdAt: "desc" },
      take: 200,
      select: {
        id: true,
        name: true,
        query: true,
        createdAt: true,
        expiresAt: true,
        use: { select: { lastAt: true } },
        createdBy: { select: { account: { select: { name: true } } } },
      },
    });
    return {
      withoutSignIn: sharesWithoutSignIn,
      links: links.map(({ createdBy, use, ...link }) => ({
        ...link,
        madeBy: createdBy.account.name,
        lastUsedAt: use?.lastAt ?? null,
      })),
    };
  });
}

/** The token of a share link follows from its id and the server's secret, so a retried request gives the same link. */
export function shareToken(secret: string, shareId: string): string {
  return createHmac("sha256", secret).update(`share ${shareId}`).digest("base64url");
}

/** What others see of the columns: not whose a project is, nor which team's. */
const shared = columns.filter(({ title }) => title !== "Owner" && title !== "Team");

/** What a share link shows: words and figures of its rows, and not a thing beside them. */
export async function sharedView(db: SharedDb) {
  const { organizationName, currency, name, query, expiresAt } = db.shown;
  const { asOf, rows } = await shownRows(db, query);
  return {
    organizationName,
    name,
    expiresAt,
    asOf,
    columns: shared.map((column) => ({
      title: titleOf(column, currency),
      isNumber: ["count", "days", "money"].includes(column.kind),
    })),
    rows: rows.map((row) => ({
      group: row.group,
      cells: shared.map((column) => toldValue(column, column.valueIn(row), currency)),
    })),
    sums: shared.map((column) => {
      const sum = sumOf(column, rows);
      return sum === null ? "" : toldValue(column, sum, currency);
    }),
  };
}

export type SharedView = Awaited<ReturnType<typeof sharedView>>;
