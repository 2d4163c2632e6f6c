import { XMLBuilder, XMLParser } from "fast-xml-parser";
import { z } from "zod";
import {
  disciplineName,
  expertiseLevelName,
  hoursPerPersonDay,
  type LinkKind,
  phaseIds,
  phaseNames,
} from "@/planning";
import { tellThreePoint } from "./cell-rules";
import type { CellId, Cells, FileReading } from "./columns-rules";
import { type ExportedPlan, type ExportedTask, waitsOf } from "./told-rules";
import { tellWaits, type Wait } from "./waits-rules";

/** What Microsoft Project has no field for goes into its text fields, under names that a reader sees. */
const fields: readonly {
  readonly id: string;
  readonly name: string;
  readonly alias: string;
  readonly cell: CellId;
}[] = [
  { id: "188743731", name: "Text1", alias: "Key", cell: "key" },
  { id: "188743734", name: "Text2", alias: "Technique", cell: "technique" },
  { id: "188743737", name: "Text3", alias: "Discipline", cell: "discipline" },
  { id: "188743740", name: "Text4", alias: "Level", cell: "level" },
  { id: "188743743", name: "Text5", alias: "Effort (person-days)", cell: "effort" },
  { id: "188743746", name: "Text6", alias: "Duration (working days)", cell: "duration" },
  { id: "188743747", name: "Text7", alias: "Repeated on every pass", cell: "inLoop" },
  { id: "188743748", name: "Text8", alias: "Machine time so far (hours)", cell: "machineHours" },
  { id: "188743749", name: "Text9", alias: "Status", cell: "status" },
];

const linkTypes: readonly (LinkKind | null)[] = [
  "finish-to-finish",
  "finish-to-start",
  null,
  "start-to-start",
];
const asSoonAsPossible = "0";
const noEarlierThan = "4";
const tenthsOfMinutesPerDay = hoursPerPersonDay * 60 * 10;

export function toProjectXml({ project, startsOn, tasks }: ExportedPlan): string {
  const people = [
    ...new Map(tasks.flatMap(({ assignee }) => (assignee ? [[assignee.id, assignee.name]] : []))),
  ];
  const uidOf = new Map(tasks.map(({ task }, place) => [task.key, place + 1]));
  const phases = phaseIds.filter((phase) => tasks.some(({ task }) => task.phase === phase));
  const rows = phases.flatMap((phase, place) => [
    {
      UID: tasks.length + place + 1,
      Name: phaseNames[phase],
      OutlineLevel: 1,
      Summary: 1,
    },
    ...tasks.filter(({ task }) => task.phase === phase).map((one) => taskOf(one, uidOf)),
  ]);
  const assignments = tasks.flatMap(({ task, assignee }) => {
    if (assignee === null) return [];
    const ResourceUID = people.findIndex(([id]) => id === assignee.id) + 1;
    return [{ TaskUID: uidOf.get(task.key), ResourceUID, Units: 1 }];
  });
  const file = {
    "?xml": { "@_version": "1.0", "@_encoding": "UTF-8", "@_standalone": "yes" },
    Project: {
      "@_xmlns": "http://schemas.microsoft.com/project",
      SaveVersion: 14,
      Name: project.name,
      Title: project.name,
      ScheduleFromStart: 1,
      StartDate: `${startsOn}T08:00:00`,
      MinutesPerDay: hoursPerPersonDay * 60,
      MinutesPerWeek: hoursPerPersonDay * 60 * 5,
      DaysPerMonth: 20,
      ExtendedAttributes: {
        ExtendedAttribute: fields.map(({ id, name, alias }) => ({
          FieldID: id,
          FieldName: name,
          Alias: alias,
        })),
      },
      Tasks: { Task: rows.map(({ UID, ...row }, place) => ({ UID, ID: place + 1, ...row })) },
      Resources: {
        Resource: people.map(([, name], place) => ({ UID: place + 1, ID: place + 1, Name: name, Type: 1 })),
      },
      Assignments: { Assignment: assignments.map((one, place) => ({ UID: place + 1, ...one })) },
    },
  };
  return new XMLBuilder({ format: true, ignoreAttributes: false }).build(file);
}

function taskOf(one: ExportedTask, uidOf: ReadonlyMap<string, number>) {
  const { task, settled } = one;
  const { effortPersonDays: effort, durationWorkingDays: duration } = task;
  const hours = (days: number) => `PT${Math.round(days * hoursPerPersonDay * 60)}M0S`;
  const extended: Partial<Record<CellId, string>> = {
    key: task.key,
    technique: one.techniqueName,
    discipline: disciplineName(task.discipline),
    level: expertiseLevelName(task.level),
    effort: tellThreePoint(effort),
    duration: tellThreePoint(duration),
    inLoop: task.inLoop ? "yes" : "no",
    machineHours: settled?.actualMachineHours == null ? "" : String(settled.actualMachineHours),
    status: task.status,
  };
  return {
    UID: uidOf.get(task.key),
    Name: task.name,
    OutlineLevel: 2,
    Start: one.startP50 === null ? undefined : `${one.startP50}T08:00:00`,
    Finish: one.finishP50 === null ? undefined : `${one.finishP50}T17:00:00`,
    Duration: hours(duration.mostLikely),
    DurationFormat: 7,
    Work: hours(effort.mostLikely),
    Summary: 0,
    PercentComplete: task.status === "done" ? 100 : task.status === "started" ? 50 : 0,
    ...(settled?.notBeforeOn == null
      ? { ConstraintType: asSoonAsPossible }
      : { ConstraintType: noEarlierThan, ConstraintDate: `${settled.notBeforeOn}T08:00:00` }),
    ActualStart: settled?.startedOn ? `${settled.startedOn}T08:00:00` : undefined,
    ActualFinish: settled?.finishedOn ? `${settled.finishedOn}T17:00:00` : undefined,
    ActualWork: settled?.actualEffortPersonDays == null ? undefined : hours(settled.actualEffortPersonDays),
    Notes: task.deliverable,
    PredecessorLink: waitsOf(one).map(({ on, kind, lagWorkingDays }) => ({
      PredecessorUID: uidOf.get(on),
      Type: linkTypes.indexOf(kind),
      LinkLag: Math.round(lagWorkingDays * tenthsOfMinutesPerDay),
      LagFormat: 7,
    })),
    ExtendedAttribute: fields.map(({ id, cell }) => ({ FieldID: id, Value: extended[cell] ?? "" })),
  };
}

const text = z.string().default("");
const list = <Item extends z.ZodType>(name: string, item: Item) =>
  z.preprocess(
    (value) => (value === "" ? undefined : value),
    z
      .looseObject({ [name]: z.array(item) })
      .transform((of) => z.array(item).parse(of[name]))
      .default([]),
  );
const taskInXml = z.looseObject({
  UID: text,
  Name: text,
  Summary: text,
  Work: text,
  Duration: text,
  PercentComplete: text,
  ConstraintType: text,
  ConstraintDate: text,
  ActualStart: text,
  ActualFinish: text,
  ActualWork: text,
  Notes: text,
  PredecessorLink: z.array(z.looseObject({ PredecessorUID: text, Type: text, LinkLag: text })).default([]),
  ExtendedAttribute: z.array(z.looseObject({ FieldID: text, Value: text })).default([]),
});
const projectFile = z.looseObject({
  Project: z.looseObject({
    MinutesPerDay: text,
    ExtendedAttributes: list("ExtendedAttribute", z.looseObject({ FieldID: text, Alias: text })),
    Tasks: list("Task", taskInXml),
    Resources: list("Resource", z.looseObject({ UID: text, Name: text })),
    Assignments: list("Assignment", z.looseObject({ TaskUID: text, ResourceUID: text })),
  }),
});
type TaskInXml = z.output<typeof taskInXml>;

const repeated = ["Task", "PredecessorLink", "ExtendedAttribute", "Resource", "Assignment"];

/** Reads the tasks of a Microsoft Project file (XML). Summary tasks only group others and are left out. */
export function readProjectXml(xml: string): FileReading {
  if (/<!DOCTYPE|<!ENTITY/i.test(xml)) {
    return { fault: "This file declares a document type or entities, which Phasewise does not read." };
  }
  let parsed: z.ZodSafeParseResult<z.output<typeof projectFile>>;
  try {
    const parser = new XMLParser({
      parseTagValue: false,
      htmlEntities: true,
      isArray: (name) => repeated.includes(name),
    });
    parsed = projectFile.safeParse(parser.parse(xml, true));
  } catch {
    return { fault: "This XML is not well-formed. Save it from Microsoft Project again, as XML." };
  }
  if (!parsed.success) return { fault: "This XML is not a Microsoft Project file: it has no tasks." };
  const { MinutesPerDay, ExtendedAttributes, Tasks, Resources, Assignments } = parsed.data.Project;
  const minutesPerDay = Number(MinutesPerDay) || hoursPerPersonDay * 60;
  const cellOf = new Map(
    ExtendedAttributes.flatMap(({ FieldID, Alias }): [string, CellId][] => {
      const field = fields.find(({ alias }) => alias.toLowerCase() === Alias.toLowerCase());
      return field === undefined ? [] : [[FieldID, field.cell]];
    }),
  );
  const extendedOf = (task: TaskInXml): Cells =>
    Object.fromEntries(
      task.ExtendedAttribute.flatMap(({ FieldID, Value }) => {
        const cell = cellOf.get(FieldID);
        return cell === undefined ? [] : [[cell, Value]];
      }),
    );
  const tasks = Tasks.filter(({ UID, Summary, Name }) => Summary !== "1" && UID !== "0" && Name !== "");
  const keyOf = new Map(tasks.map((task) => [task.UID, extendedOf(task).key || `UID ${task.UID}`]));
  const nameOf = new Map(Resources.map(({ UID, Name }) => [UID, Name]));
  return {
    rows: tasks.map((task, place) => {
      const person = Assignments.find(({ TaskUID }) => TaskUID === task.UID);
      return {
        line: place + 1,
        cells: {
          name: task.Name,
          deliverable: task.Notes.replace(/\s+/g, " ").slice(0, 200),
          effort: daysOf(task.Work, hoursPerPersonDay * 60),
          duration: daysOf(task.Duration, minutesPerDay),
          ...constraintOf(task),
          startedOn: task.ActualStart.slice(0, 10),
          finishedOn: task.ActualFinish.slice(0, 10),
          actualEffort: daysOf(task.ActualWork, hoursPerPersonDay * 60),
          status: statusOf(task),
          assignee: person === undefined ? "" : (nameOf.get(person.ResourceUID) ?? ""),
          ...extendedOf(task),
          key: keyOf.get(task.UID) ?? "",
          waitsFor: waitsIn(task, keyOf, minutesPerDay),
        },
      };
    }),
  };
}

/** Of the constraints that a task may have there, one is known here; of the others nothing is said. */
function constraintOf({ ConstraintType, ConstraintDate }: TaskInXml): Cells {
  if (ConstraintType === asSoonAsPossible) return { notBeforeOn: "" };
  return ConstraintType === noEarlierThan ? { notBeforeOn: ConstraintDate.slice(0, 10) } : {};
}

function statusOf({ PercentComplete, ActualFinish, ActualStart }: TaskInXml): string {
  if (ActualFinish !== "" || PercentComplete === "100") return "done";
  return ActualStart !== "" || Number(PercentComplete) > 0 ? "started" : "planned";
}

/** `PT12H30M0S` as days; nothing where there is none. */
function daysOf(duration: string, minutesPerDay: number): string {
  const [, hours = "0", minutes = "0"] = /^PT(?:(\d+)H)?(?:(\d+)M)?/.exec(duration) ?? [];
  const days = (Number(hours) * 60 + Number(minutes)) / minutesPerDay;
  return days > 0 ? String(Math.round(days * 1e6) / 1e6) : "";
}

function waitsIn(task: TaskInXml, keyOf: ReadonlyMap<string, string>, minutesPerDay: number): string {
  const waits: Wait[] = [];
  const unknown: string[] = [];
  for (const { PredecessorUID, Type, LinkLag } of task.PredecessorLink) {
    const on = keyOf.get(PredecessorUID);
    // A link to a summary task stands for many, which no single link can say.
    if (on === undefined) continue;
    const kind = linkTypes[Type === "" ? 1 : Number(Type)];
    if (kind == null) unknown.push(`${on} SF`);
    else waits.push({ on, kind, lagWorkingDays: Number(LinkLag || 0) / 10 / minutesPerDay });
  }
  return [tellWaits(waits), ...unknown].filter((part) => part !== "").join("; ");
}
