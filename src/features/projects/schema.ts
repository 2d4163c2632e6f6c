import { z } from "zod";
import { markdownText } from "@/features/comments/schema";
import { change, cursorPlace, followPlace } from "@/features/texts/schema";
import {
  comparisons,
  hostings,
  labellings,
  licenceNeeds,
  phaseIds,
  riskAnswerValues,
  riskQuestionIds,
  type ScopingBrief,
  sensitivities,
  templateIds,
} from "@/planning";
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

const visibilities = ["workspace", "private"] as const;

const details = {
  name: lineText(80, 2),
  summary: lineText(300, 0),
  ownerId: id,
  startsOn: isoDate,
  targetOn: isoDate.nullable(),
  budgetMinor: moneyMinor.nullable(),
  /** Left out: as it is, and none for a new project. */
  teamId: id.nullable().optional(),
};

/** What a project says of itself, apart from its plan and its brief. */
export const projectDetails = z.object(details);

export const createProjectInput = z.strictObject({
  mutationId,
  key: projectKey,
  template: z.enum(templateIds),
  /** Left out: visible to the workspace. */
  visibility: z.enum(visibilities).optional(),
  ...details,
});

export const setVisibilityInput = z.strictObject({
  mutationId,
  projectId: id,
  version,
  visibility: z.enum(visibilities),
});

export const shareInput = z.strictObject({ mutationId, projectId: id, membershipId: id });

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
const whole = (max: number) => z.int("Please give a whole number.").min(0).max(max).nullable();
const figure = z.number("Please give a number.").min(-1e12).max(1e12).nullable();

const criterion = z.strictObject({
  metric: lineText(120),
  comparison: z.enum(comparisons),
  target: figure,
  unit: lineText(40, 0),
  dataSet: lineText(200, 0),
  note: lineText(120, 0),
});

const dataAtHand = z.strictObject({
  kind: lineText(200),
  amount: figure,
  unit: lineText(40, 0),
  labelled: z.enum(labellings).nullable(),
  sensitivity: z.enum(sensitivities).nullable(),
  residence: lineText(120, 0),
});

/** The parts of the brief that are chosen, counted or listed, and edited in one form. */
const briefFields = {
  objectives: few(20),
  taskBreadth: z.enum(["one", "many"]).nullable(),
  tasks: longText(2_000),
  successCriteria: z.array(criterion).max(20, "Please keep to 20 criteria."),
  requestsPerDay: whole(1_000_000_000),
  tokensInPerRequest: whole(10_000_000),
  tokensOutPerRequest: whole(1_000_000),
  latencySeconds: z.number("Please give a number of seconds.").min(0).max(86_400).nullable(),
  languages: few(40),
  data: z.array(dataAtHand).max(20, "Please keep to 20 kinds of data."),
  hosting: z.enum(hostings).nullable(),
  licence: z.enum(licenceNeeds).nullable(),
  budgetMinor: moneyMinor.nullable(),
  deadline: isoDate.nullable(),
  riskAnswers: z.partialRecord(z.enum(riskQuestionIds), z.enum(riskAnswerValues)),
};

/** The parts in words, which several people may write at once. */
export const briefTexts = ["useCase", "goals", "qualityBar", "dataAtHand", "constraints"] as const;
export type BriefText = (typeof briefTexts)[number];

const asRead = longText(4_000);
export const asWritten = markdownText(4_000);

/** The guided brief. Every part may be missing: what is missing is shown as still vague. */
export const briefContent = z.strictObject({
  useCase: asRead,
  goals: asRead,
  qualityBar: asRead,
  dataAtHand: asRead,
  constraints: asRead,
  ...briefFields,
}) satisfies z.ZodType<ScopingBrief>;

export type BriefContent = z.output<typeof briefContent>;

/** The form's part of a brief, whatever else is given with it. */
export const briefForm = z.object(briefFields);
export const briefFormParts = briefForm.keyof().options;

export const emptyBrief: BriefContent = {
  useCase: "",
  goals: "",
  objectives: [],
  taskBreadth: null,
  tasks: "",
  qualityBar: "",
  successCriteria: [],
  requestsPerDay: null,
  tokensInPerRequest: null,
  tokensOutPerRequest: null,
  latencySeconds: null,
  languages: [],
  dataAtHand: "",
  data: [],
  constraints: "",
  hosting: null,
  licence: null,
  budgetMinor: null,
  deadline: null,
  riskAnswers: {},
};

/** A text that is not named stays as it is, with what others are writing in it. */
export const saveBriefInput = z.strictObject({
  mutationId,
  projectId: id,
  version,
  content: z.strictObject({
    ...briefFields,
    useCase: asWritten.optional(),
    goals: asWritten.optional(),
    qualityBar: asWritten.optional(),
    dataAtHand: asWritten.optional(),
    constraints: asWritten.optional(),
  }),
});

const briefText = { projectId: id, field: z.enum(briefTexts) };

export const openTextInput = z.strictObject(briefText);

export const changeTextInput = z.strictObject({ ...briefText, change });

export const settleTextInput = z.strictObject({ mutationId, ...briefText });

export const pointInTextInput = z.strictObject({ ...briefText, ...cursorPlace });

export const followTextInput = z.strictObject({ ...briefText, ...followPlace });
