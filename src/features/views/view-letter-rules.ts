import { reasonText, type ShownRow } from "@/features/portfolio/shown.queries";
import {
  anchor,
  type LetterWords,
  letterOf,
  oneLine,
  type Paragraph,
  toHtml,
} from "@/platform/mail/letter-parts";
import { formatCount, formatDate, formatDateRange } from "@/ui/format";
import { columns, phaseName, sumOf, toldValue, type ViewTable } from "./table-rules";

const mostRows = 15;

/** What happened since the last letter: of how many projects, and how often what, by kinds of the log's entries. */
type Changes = {
  readonly since: Date;
  readonly projects: number;
  readonly counts: ReadonlyMap<string, number>;
};

/** The words of a letter that shows a view of the portfolio: its sums, what has changed, its first rows. */
export function writeViewLetter(letter: {
  readonly workspaceName: string;
  readonly table: ViewTable;
  /** Null in the first letter. */
  readonly changes: Changes | null;
  /** Where the workspace is, in full. */
  readonly base: string;
  readonly viewUrl: string;
  /** Null: its reader. */
  readonly scheduledBy: string | null;
  readonly settingsUrl: string;
  readonly unsubscribeUrl: string;
}): LetterWords {
  const { workspaceName, table, changes, base, viewUrl, scheduledBy, settingsUrl, unsubscribeUrl } = letter;
  const { name, asOf, rows } = table;
  const shown = rows.slice(0, mostRows);
  const left = rows.length - shown.length;
  const count = formatCount(rows.length, "project");
  const who = scheduledBy === null ? "you scheduled it" : `${scheduledBy} scheduled it for you`;
  return letterOf({
    subject: `${name}: ${count}${healthWords(rows)}`,
    paragraphs: [
      heading(name, `${workspaceName} · ${count} · forecasts as of ${formatDate(asOf)}`),
      ...(rows.length === 0
        ? [plain("The view shows no project now: none fits its filter, or none that you may see.")]
        : [facts(table)]),
      ...(changes === null || rows.length === 0 ? [] : [plain(changeWords(changes))]),
      ...shown.map((row) => project(row, table.currency, base)),
      {
        text: `${left > 0 ? `And ${left} more: ` : "The view: "}${viewUrl}`,
        html: `<p>${left > 0 ? `And ${left} more: ` : ""}${anchor(viewUrl, "Open the view")}</p>`,
      },
    ],
    why: `You get this because ${who} in the workspace ${workspaceName} of Phasewise.`,
    change: {
      words: scheduledBy === null ? "Change or end it" : "See your letters",
      url: settingsUrl,
    },
    unsubscribeUrl,
  });
}

function heading(title: string, below: string): Paragraph {
  return {
    text: `${oneLine(title)}\n${oneLine(below)}`,
    html: `<h1 style="font-size:18px;margin:0">${toHtml(title)}</h1><p style="margin:2px 0 12px;color:#615c54">${toHtml(below)}</p>`,
  };
}

function plain(words: string): Paragraph {
  return { text: words, html: `<p>${toHtml(words)}</p>` };
}

/** The sums of what can be added up, in the columns' own words. */
function facts({ rows, currency }: ViewTable): Paragraph {
  const sums = columns.flatMap((column) => {
    const sum = rows.every((row) => column.valueIn(row) === null) ? null : sumOf(column, rows);
    return sum === null ? [] : [{ title: plainTitle(column.title), told: toldValue(column, sum, currency) }];
  });
  return {
    text: sums.map(({ title, told }) => `${title}: ${told}`).join("\n"),
    html: `<table style="border-collapse:collapse">${sums
      .map(
        ({ title, told }) =>
          `<tr><th style="text-align:left;font-weight:normal;padding:1px 16px 1px 0;color:#615c54">${toHtml(title)}</th><td style="text-align:right">${toHtml(told)}</td></tr>`,
      )
      .join("")}</table>`,
  };
}

/** Without the unit, which the value has. */
function plainTitle(title: string): string {
  return title.replace(/, .*$/, "");
}

function project(row: ShownRow, currency: string, base: string): Paragraph {
  const health = [row.health, ...row.reasons.map((reason) => reasonText(reason, currency))].join(", ");
  const finish =
    row.finishP50 === null || row.finishP95 === null
      ? []
      : [`finish ${formatDateRange(row.finishP50, row.finishP95)} (P50–P95)`];
  const open = row.phase === "launched" ? [] : [formatCount(row.openDecisions, "open decision")];
  const words = [phaseName(row.phase), health, ...finish, ...open].join(" · ");
  const url = `${base}/projects/${row.key}`;
  return {
    text: `${oneLine(row.name)} (${row.key})\n${words}\n${url}`,
    html: `<p style="margin:0 0 10px">${anchor(url, row.name)}<br><span style="color:#615c54">${toHtml(words)}</span></p>`,
  };
}

/** `, 2 off track, 1 at risk`; nothing where all is well. */
function healthWords(rows: readonly ShownRow[]): string {
  return ["Off track", "At risk"]
    .map((health) => ({ health, count: rows.filter((row) => row.health === health).length }))
    .filter(({ count }) => count > 0)
    .map(({ health, count }) => `, ${count} ${health.toLowerCase()}`)
    .join("");
}

const told = [
  ["decision.decided", "decision made", "decisions made"],
  ["decision.reopened", "decision reopened", "decisions reopened"],
  ["decision.asked", "decision asked", "decisions asked"],
  ["project.moved", "move to another phase", "moves to another phase"],
  ["project.created", "project begun", "projects begun"],
] as const;

function changeWords({ since, projects, counts }: Changes): string {
  const when = `Since the last letter on ${formatDate(since)}`;
  if (projects === 0) return `${when}: nothing has changed in these projects.`;
  const happened = told.flatMap(([type, one, many]) => {
    const count = counts.get(type) ?? 0;
    return count === 0 ? [] : [formatCount(count, one, many)];
  });
  const details = happened.length === 0 ? "" : `: ${happened.join(", ")}`;
  return `${when} ${formatCount(projects, "of these projects has", "of these projects have")} changed${details}.`;
}
