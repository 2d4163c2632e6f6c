import { strToU8 } from "fflate";
import { toBase64 } from "lib0/buffer";
import type { z } from "zod";
import { currentPlan } from "@/features/plans/queries";
import { toDay } from "@/platform/days";
import type { OrganizationDb } from "@/platform/db/organization-db";
import { notFound } from "@/platform/errors";
import { toCalendar } from "./calendar-rules";
import { columns } from "./columns-rules";
import { toCsv } from "./csv-rules";
import { knownPlan } from "./import-rules";
import { toJiraRows } from "./jira-rules";
import { toJson } from "./json-rules";
import { toProjectXml } from "./project-xml-rules";
import { readContext } from "./queries";
import type { ExportFormat, exportTasksInput } from "./schema";
import { toXlsx } from "./sheet-rules";
import { type ExportedPlan, toldOf } from "./told-rules";

/** The tasks of a plan as a file; its bytes in base64. */
export async function exportTasks(
  db: OrganizationDb,
  { projectKey, format }: z.output<typeof exportTasksInput>,
) {
  const plan = await exportedPlan(db, projectKey);
  const { suffix, mediaType } = files[format];
  const bytes = await bytesOf(plan, format);
  return { name: `${projectKey.toLowerCase()}-tasks${suffix}`, mediaType, base64: toBase64(bytes) };
}

const files = {
  csv: { suffix: ".csv", mediaType: "text/csv; charset=utf-8" },
  xlsx: {
    suffix: ".xlsx",
    mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  },
  "project-xml": { suffix: "-project.xml", mediaType: "application/xml" },
  "jira-csv": { suffix: "-jira.csv", mediaType: "text/csv; charset=utf-8" },
  calendar: { suffix: ".ics", mediaType: "text/calendar; charset=utf-8" },
  json: { suffix: ".json", mediaType: "application/json" },
} as const satisfies Record<ExportFormat, { suffix: string; mediaType: string }>;

async function bytesOf(plan: ExportedPlan, format: ExportFormat): Promise<Uint8Array> {
  switch (format) {
    case "csv": {
      const body = plan.tasks.map((task) => {
        const told = toldOf(task);
        return columns.map(({ id }) => told[id]);
      });
      return strToU8(toCsv([columns.map(({ title }) => title), ...body]));
    }
    case "xlsx":
      return await toXlsx(plan.tasks);
    case "project-xml":
      return strToU8(toProjectXml(plan));
    case "jira-csv":
      return strToU8(toCsv(toJiraRows(plan.tasks)));
    case "calendar":
      return strToU8(toCalendar(plan));
    case "json":
      return strToU8(toJson(plan));
  }
}

async function exportedPlan(db: OrganizationDb, projectKey: string): Promise<ExportedPlan> {
  return await db.derive(async (tx) => {
    const project = await tx.project.findFirst({
      where: { organizationId: db.organizationId, key: projectKey, deletedAt: null },
      select: { id: true, name: true, targetOn: true },
    });
    if (project === null) throw notFound("project");
    const { plan, forecast } = await currentPlan(tx, db, project.id);
    const context = await readContext(tx, db, project.id);
    const { own, settled, checklists } = knownPlan({ ...context, input: plan.input });
    const members = new Map(context.members.map((member) => [member.id, member]));
    const expected = new Map(forecast.tasks.map((task) => [task.key, task]));
    const names = new Map(plan.techniques.map(({ technique }) => [technique.id, technique.name]));
    const keys = new Set(plan.tasks.map(({ key }) => key));
    return {
      project: { id: project.id, key: projectKey, name: project.name },
      asOf: forecast.asOf,
      startsOn: plan.startsOn,
      targetOn: project.targetOn === null ? null : toDay(project.targetOn),
      finishP50: forecast.finish.p50,
      finishP80: forecast.finish.p80,
      tasks: plan.tasks.map((task) => {
        const known = settled.get(task.key) ?? null;
        const days = expected.get(task.key);
        return {
          task,
          techniqueName: names.get(task.technique) ?? task.technique,
          settled: known,
          own: own.get(task.key) ?? null,
          assignee: members.get(known?.assigneeId ?? "") ?? null,
          ownWaits: (plan.input.links ?? [])
            .filter((link) => link.task === task.key && keys.has(link.after))
            .map(({ after, kind, lagWorkingDays }) => ({ on: after, kind, lagWorkingDays })),
          checklist: checklists.get(task.key) ?? [],
          startP50: days?.startP50 ?? null,
          finishP50: days?.finishP50 ?? null,
          finishP80: days?.finishP80 ?? null,
        };
      }),
      takenOut: [...own].flatMap(([key, content]) =>
        keys.has(key) ? [] : [{ key, own: content, checklist: checklists.get(key) ?? [] }],
      ),
    };
  });
}
