import { z } from "zod";
import { decideInput } from "@/features/decisions/schema";
import { editTaskInput } from "@/features/plans/schema";
import { isoDate as planDay, type ScenarioContent } from "@/planning";
import { id, isoDate, lineText, mutationId, projectKey, version } from "@/platform/schema";
import { mostCompared } from "./limit-rules";

const day = isoDate.transform((text) => planDay(text));

const taskOverride = z.strictObject({
  taskKey: editTaskInput.shape.taskKey,
  /** The version of the task that the person saw; 0 when nobody had settled anything about it yet. */
  version: editTaskInput.shape.version,
  effortPersonDays: editTaskInput.shape.effortPersonDays.optional(),
  durationWorkingDays: editTaskInput.shape.durationWorkingDays.optional(),
  assigneeId: editTaskInput.shape.assigneeId.optional(),
});

function areDifferent(keys: readonly string[]): boolean {
  return new Set(keys).size === keys.length;
}

/** What a scenario changes of the plan; the rest is as the plan is. */
export const scenarioContent = z.strictObject({
  start: z.strictObject({ from: day, to: day }).nullable(),
  choices: z
    .array(z.strictObject({ decisionId: id, optionId: id }))
    .max(100, "Please keep to 100 decisions.")
    .refine((choices) => areDifferent(choices.map(({ decisionId }) => decisionId)), {
      message: "Please take one option per decision.",
    })
    .readonly(),
  tasks: z
    .array(taskOverride)
    .max(500, "Please keep to 500 tasks.")
    .refine((tasks) => areDifferent(tasks.map(({ taskKey }) => taskKey)), {
      message: "Please name each task once.",
    })
    .readonly(),
}) satisfies z.ZodType<ScenarioContent>;

const name = lineText(80);

export const scenariosInput = z.strictObject({ projectKey });

export const compareScenariosInput = z.strictObject({
  projectKey,
  scenarioIds: z.array(id).min(1).max(mostCompared, `Please compare up to ${mostCompared}.`),
});

export const applyingInput = z.strictObject({ scenarioId: id });

export const makeScenarioInput = z.strictObject({
  mutationId,
  projectId: id,
  name,
  content: scenarioContent,
});

export const editScenarioInput = z.strictObject({
  mutationId,
  scenarioId: id,
  version,
  name,
  content: scenarioContent,
});

export const dropScenarioInput = z.strictObject({ mutationId, scenarioId: id, version });

export const restoreScenarioInput = z.strictObject({ mutationId, scenarioId: id });

/** Each of its decisions as the person saw it, with what deciding asks for; the option is the scenario's. */
export const applyScenarioInput = z.strictObject({
  mutationId,
  scenarioId: id,
  version,
  decisions: z.array(
    decideInput.pick({
      decisionId: true,
      version: true,
      rationale: true,
      objectionsAnswered: true,
      departure: true,
    }),
  ),
});

/** A scenario as it stands, for whoever saved over somebody else's. */
export const savedScenario = z.object({
  name: z.string(),
  content: scenarioContent,
  version: z.number(),
});
