import { z } from "zod";
import { phaseIds, templateIds } from "@/planning";
import {
  id,
  isoDate,
  lineText,
  longText,
  moneyMinor,
  mutationId,
  projectKey,
  version,
} from "@/platform/schema";

const details = {
  name: lineText(80, 2),
  summary: lineText(300, 0),
  ownerId: id,
  startsOn: isoDate,
  targetOn: isoDate.nullable(),
  budgetMinor: moneyMinor.nullable(),
};

export const createProjectInput = z.strictObject({
  mutationId,
  key: projectKey,
  template: z.enum(templateIds),
  ...details,
});

export const editProjectInput = z.strictObject({ mutationId, projectId: id, version, ...details });

export const projectInput = z.strictObject({ projectKey });

export const moveProjectInput = z.strictObject({
  mutationId,
  projectId: id,
  version,
  /** Where to: a phase, or out of the last one. */
  to: z.enum([...phaseIds, "launched"]),
  reason: longText(2_000),
});

export const startPassInput = z.strictObject({ mutationId, projectId: id, version, reason: longText(2_000) });

export const deleteProjectInput = z.strictObject({ mutationId, projectId: id, version });

export const restoreProjectInput = z.strictObject({ mutationId, projectId: id });

const few = (max: number) => z.array(lineText(200)).max(max, `Please keep to ${max}.`);

/** The guided brief. Every part may be missing: what is missing is shown as still vague. */
export const briefContent = z.strictObject({
  useCase: longText(4_000),
  goals: longText(4_000),
  objectives: few(20),
  taskBreadth: z.enum(["one", "many"]).nullable(),
  tasks: longText(2_000),
  qualityBar: longText(2_000),
  requestsPerDay: z.int("Please give a whole number.").min(0).max(1_000_000_000).nullable(),
  latencySeconds: z.number("Please give a number of seconds.").min(0).max(86_400).nullable(),
  dataAtHand: longText(4_000),
  languages: few(40),
  constraints: longText(4_000),
  budgetMinor: moneyMinor.nullable(),
  deadline: isoDate.nullable(),
  successCriteria: z
    .array(z.strictObject({ metric: lineText(120), target: lineText(120), dataSet: lineText(200, 0) }))
    .max(20, "Please keep to 20 criteria."),
});

export type BriefContent = z.output<typeof briefContent>;

export const emptyBrief: BriefContent = {
  useCase: "",
  goals: "",
  objectives: [],
  taskBreadth: null,
  tasks: "",
  qualityBar: "",
  requestsPerDay: null,
  latencySeconds: null,
  dataAtHand: "",
  languages: [],
  constraints: "",
  budgetMinor: null,
  deadline: null,
  successCriteria: [],
};

export const saveBriefInput = z.strictObject({ mutationId, projectId: id, version, content: briefContent });

export type BriefPart = keyof BriefContent;

/** The parts of the brief that nobody has settled yet, in the order in which they are asked. */
export function vagueParts(content: BriefContent): BriefPart[] {
  const parts: BriefPart[] = [
    "useCase",
    "goals",
    "objectives",
    "taskBreadth",
    "qualityBar",
    "requestsPerDay",
    "latencySeconds",
    "dataAtHand",
    "languages",
    "constraints",
    "budgetMinor",
    "deadline",
    "successCriteria",
  ];
  return parts.filter((part) => {
    const value = content[part];
    return value === null || value === "" || (Array.isArray(value) && value.length === 0);
  });
}
