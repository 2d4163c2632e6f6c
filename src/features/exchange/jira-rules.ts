import { hoursPerPersonDay, phaseNames, type TaskStatus } from "@/planning";
import { readStatus, tellThreePoint } from "./cell-rules";
import type { Cells, FileReading } from "./columns-rules";
import { type ExportedTask, toldOf, waitsOf } from "./told-rules";
import { tellWaits } from "./waits-rules";

const statusNames: Readonly<Record<TaskStatus, string>> = {
  planned: "To Do",
  started: "In Progress",
  done: "Done",
  dropped: "Won't Do",
};

const secondsPerDay = hoursPerPersonDay * 3_600;
const notBeforeTitle = "Not before";
const linkTitle = "Inward issue link (Blocks)";

/** Rows for Jira's import of CSV; what Jira has no field for goes into custom fields. */
export function toJiraRows(tasks: readonly ExportedTask[]): string[][] {
  const links = Math.max(1, ...tasks.map(({ task }) => task.links.length));
  const seconds = (days: number | null | undefined) =>
    days == null ? "" : String(Math.round(days * secondsPerDay));
  const head = [
    ...["Summary", "Issue key", "Issue Type", "Status", "Assignee", "Description", "Component/s", "Labels"],
    ...["Original Estimate", "Time Spent", "Due Date", "Resolved"],
    ...["Technique", "Discipline", "Level", "Effort (person-days)", "Duration (working days)"].map(custom),
    ...["Repeated on every pass", "Start date", "Actual start", "Machine hours"].map(custom),
    ...["Waits for", notBeforeTitle].map(custom),
    ...Array.from({ length: links }, () => linkTitle),
  ];
  const body = tasks.map((one) => {
    const { task, settled } = one;
    const told = toldOf(one);
    return [
      ...[task.name, task.key, "Task", statusNames[task.status], told.assignee, task.deliverable],
      ...[phaseNames[task.phase], task.technique, seconds(task.effortPersonDays.mostLikely)],
      ...[seconds(settled?.actualEffortPersonDays), told.plannedFinish, told.finishedOn],
      ...[told.technique, told.discipline, told.level, tellThreePoint(task.effortPersonDays)],
      ...[tellThreePoint(task.durationWorkingDays), told.inLoop, told.plannedStart, told.startedOn],
      ...[told.machineHours, tellWaits(waitsOf(one)), told.notBeforeOn],
      ...Array.from({ length: links }, (_, place) => task.links[place]?.after ?? ""),
    ];
  });
  return [head, ...body];
}

function custom(name: string): string {
  return `Custom field (${name})`;
}

/** Whether the first line of a CSV file is Jira's. */
export function isJira(head: readonly string[]): boolean {
  const titles = new Set(head.map((title) => title.trim().toLowerCase()));
  return titles.has("summary") && (titles.has("issue key") || titles.has("issue type"));
}

export function readJira(
  table: readonly { readonly line: number; readonly fields: readonly string[] }[],
): FileReading {
  const [head, ...body] = table;
  const titles = (head?.fields ?? []).map((title) => title.trim().toLowerCase());
  const places = (title: string) =>
    titles.flatMap((known, place) => (known === title.toLowerCase() ? [place] : []));
  const [outward, inward] = [places("Outward issue link (Blocks)"), places(linkTitle)];
  const keyPlace = places("Issue key")[0];
  const keyOf = (fields: readonly string[]) =>
    keyPlace === undefined ? "" : (fields[keyPlace] ?? "").trim();
  const blockers = new Map<string, string[]>();
  for (const { fields } of body) {
    for (const blocked of outward.map((place) => (fields[place] ?? "").trim())) {
      if (blocked !== "") blockers.set(blocked, [...(blockers.get(blocked) ?? []), keyOf(fields)]);
    }
  }
  return {
    rows: body.map(({ line, fields }) => {
      const said = (...names: string[]) => {
        const place = names.flatMap(places).find((one) => (fields[one] ?? "").trim() !== "");
        return place === undefined ? "" : (fields[place] ?? "").trim();
      };
      const key = keyOf(fields);
      const inFile = inward.map((place) => (fields[place] ?? "").trim()).filter((other) => other !== "");
      const waits = [...new Set([...inFile, ...(blockers.get(key) ?? [])])];
      const status = statusOf(said("Status"), said("Status Category"));
      const begun = status === "started" || status === "done";
      const finishedOn = status === "done" ? dayOf(said("Resolved", "Updated")) : "";
      const startedOn = begun ? dayOf(said(custom("Actual start"), custom("Start date"), "Created")) : "";
      const cells: Cells = {
        key,
        name: said("Summary"),
        technique: said(custom("Technique")),
        discipline: said(custom("Discipline")),
        level: said(custom("Level")),
        deliverable: said("Description").replace(/\s+/g, " ").slice(0, 200),
        ...(titles.includes(custom("Repeated on every pass").toLowerCase())
          ? { inLoop: said(custom("Repeated on every pass")) }
          : {}),
        ...(titles.includes(custom(notBeforeTitle).toLowerCase())
          ? { notBeforeOn: dayOf(said(custom(notBeforeTitle))) }
          : {}),
        effort: said(custom("Effort (person-days)")) || days(said("Original Estimate")),
        duration: said(custom("Duration (working days)")),
        waitsFor: said(custom("Waits for")) || waits.join("; "),
        assignee: said("Assignee"),
        status,
        startedOn: finishedOn !== "" && startedOn > finishedOn ? finishedOn : startedOn,
        finishedOn,
        actualEffort: days(said("Time Spent")),
        machineHours: said(custom("Machine hours")),
      };
      return { line, cells };
    }),
  };
}

const categories: Readonly<Record<string, TaskStatus>> = {
  "to do": "planned",
  "in progress": "started",
  done: "done",
};

/** A workflow may call its states anything; their category is one of three. */
function statusOf(status: string, category: string): string {
  const read = readStatus(status);
  if ("value" in read) return read.value;
  return categories[category.toLowerCase()] ?? status;
}

function days(seconds: string): string {
  const value = Number(seconds);
  return seconds === "" || !Number.isFinite(value) ? seconds : String(value / secondsPerDay);
}

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** Jira writes days in its own way (30/Nov/26 3:04 PM) or as ISO; what is neither is left as it is, to be told. */
function dayOf(text: string): string {
  const [iso] = /^\d{4}-\d{2}-\d{2}/.exec(text) ?? [];
  if (iso !== undefined) return iso;
  const [, day, month, year] = /^(\d{1,2})\/([A-Za-z]{3})\/(\d{2}|\d{4})\b/.exec(text) ?? [];
  const place = months.indexOf((month ?? "").toLowerCase());
  if (day === undefined || year === undefined || place < 0) return text;
  const pad = (part: string | number) => String(part).padStart(2, "0");
  return `${year.length === 2 ? `20${year}` : year}-${pad(place + 1)}-${pad(day)}`;
}
