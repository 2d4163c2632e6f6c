import { strFromU8, unzipSync } from "fflate";
import { fromBase64 } from "lib0/buffer";
import Papa from "papaparse";
import { readSheet } from "read-excel-file/universal";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { portfolio } from "@/features/portfolio/queries";
import { readFilter } from "@/features/portfolio/ui/filter-address";
import { makeTeam } from "@/features/teams/service";
import { exportView } from "@/features/views/export.queries";
import { type Database, openDatabase } from "@/platform/db/database";
import type { OrganizationDb } from "@/platform/db/organization-db";
import { cloneDatabase, type TestDatabase } from "../support/database";
import { pdfPages } from "../support/exported";
import { anAccount, aWorkspace } from "../support/factories";
import { aProject } from "../support/projects";

let testDatabase: TestDatabase;
let database: Database;
let ada: OrganizationDb;

const hostile = '=HYPERLINK("https://evil.example";"Look")';

beforeAll(async () => {
  testDatabase = await cloneDatabase();
  database = openDatabase(testDatabase.ownerUrl, 8, () => {});
  ada = await aWorkspace(database.client, await anAccount(database.client, "ada@example.org"), "exports");
  const mutationId = crypto.randomUUID();
  const { id: teamId } = await makeTeam(ada, { mutationId, name: "Retrieval", memberIds: [] });
  await aProject(ada, { name: hostile, targetOn: "2030-01-01", budgetMinor: 90_000_000, teamId });
  await aProject(ada, { name: "+Letters & <more>", targetOn: "2024-04-01" });
  await aProject(ada, { name: "@Search", budgetMinor: 12_345 });
});

afterAll(async () => {
  await database.close();
  await testDatabase.drop();
});

const exported = async (format: "csv" | "xlsx" | "pdf" | "svg", query = "") => {
  const file = await exportView(ada, { query, name: "", format });
  return { ...file, bytes: fromBase64(file.base64) };
};

describe("what a view shows, as a file", () => {
  test("an Excel sheet has the figures of the page as numbers and days as dates, and sums by formulas of its own", async () => {
    const { bytes, name } = await exported("xlsx");
    expect(name).toBe("portfolio.xlsx");
    const { rows: projects } = await portfolio(ada, readFilter({}));
    const [head, ...rows] = await readSheet(new Blob([bytes.slice()]));
    const cellOf = (row: typeof head, title: string) => row?.[head?.indexOf(title) ?? -1];
    expect(rows).toHaveLength(projects.length + 1);
    expect(projects.map(({ teamName }) => teamName).filter((name) => name !== null)).toEqual(["Retrieval"]);
    for (const project of projects) {
      const row = rows.find(([title]) => title === project.name);
      expect(cellOf(row, "Finish P95")).toEqual(new Date(`${project.finish.p95}T00:00:00Z`));
      expect(cellOf(row, "Open decisions")).toBe(project.openDecisions);
      expect(cellOf(row, "Effort P50, person-days")).toBeCloseTo(project.effortPersonDays.p50, 1);
      expect(cellOf(row, "Cost P80, EUR")).toBe(project.costMinor.p80 / 100);
      expect(cellOf(row, "Budget, EUR")).toBe(
        project.budgetMinor === null ? null : project.budgetMinor / 100,
      );
      expect(cellOf(row, "Team")).toBe(project.teamName);
    }
    const sheet = strFromU8(unzipSync(bytes)["xl/worksheets/sheet1.xml"] ?? new Uint8Array());
    const formulas = [...sheet.matchAll(/<f>([^<]*)<\/f>/g)].map(([, formula]) => formula);
    expect(formulas).toEqual(["K", "M", "N", "O"].map((letter) => `SUM(${letter}2:${letter}4)`));
    expect(sheet).toContain('state="frozen"');
  });

  test("a CSV has the same, and nothing that a spreadsheet takes for a formula", async () => {
    const { bytes } = await exported("csv");
    const { data } = Papa.parse<string[]>(new TextDecoder().decode(bytes).trim());
    expect(data).toHaveLength(4);
    expect(
      data
        .map(([title]) => title)
        .slice(1)
        .sort(),
    ).toEqual(["'+Letters & <more>", `'${hostile}`, "'@Search"]);
    const { rows: projects } = await portfolio(ada, readFilter({}));
    const search = projects.find(({ name }) => name === "@Search");
    expect(data.find(([title]) => title === "'@Search")?.slice(-2)).toEqual([
      String((search?.costMinor.p80 ?? 0) / 100),
      "123.45",
    ]);
  });

  test("holds what the address shows, in its order, and nothing else", async () => {
    const { bytes } = await exported("csv", "view=all&text=letters&sort=effort&health=off-track");
    const text = new TextDecoder().decode(bytes);
    expect(text).toContain("Letters");
    expect(text).not.toContain("@Search");
    expect(text).not.toContain("HYPERLINK");
  });

  test("a page and a picture can be read by what reads such files", async () => {
    const pdf = await exported("pdf");
    const [page, ...more] = await pdfPages(pdf.bytes);
    expect(more).toEqual([]);
    expect(page).toContain("Portfolio");
    expect(page).toContain("@Search");
    const picture = new TextDecoder().decode((await exported("svg")).bytes);
    expect(picture).toContain("+Letters &amp; &lt;more&gt;");
    expect(picture).not.toContain("<more>");
  });

  test("a view of nothing is a file, too", async () => {
    for (const format of ["csv", "xlsx", "pdf", "svg"] as const) {
      const { bytes } = await exported(format, "text=nothing+like+it");
      expect(bytes.length).toBeGreaterThan(100);
    }
  });
});
