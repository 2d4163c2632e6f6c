import type { z } from "zod";
import { lockDecisions } from "@/features/decisions/find.queries";
import { settleDecision } from "@/features/decisions/outcome.service";
import { compare } from "@/features/plans/difference.service";
import { planOf, readPlan, replan } from "@/features/plans/service";
import { settleTask } from "@/features/plans/tasks.service";
import { editable, findProject, settleProject } from "@/features/projects/service";
import { type TaskOverride, unknownTask } from "@/planning";
import type { NewEvent } from "@/platform/db/event-log";
import type { OrganizationDb, Transaction } from "@/platform/db/organization-db";
import { AppError, invalid } from "@/platform/errors";
import { type Fault, tellFault } from "./fault-rules";
import type { applyScenarioInput } from "./schema";
import { asJson, bump, eventAbout, findScenario, lockScenario } from "./service";
import { type ProjectState, readAgainst, readState } from "./state.queries";
import type { Step } from "./step-rules";

/**
 * Makes a scenario the plan: its options are decided, its tasks and the project's start edited, each by the rules and with the entry on
 * the log that it has when somebody does it alone. All of it, or nothing.
 */
export async function applyScenario(db: OrganizationDb, input: z.output<typeof applyScenarioInput>) {
  return await db.write(input, async (tx) => {
    const seen = await findScenario(tx, db, input.scenarioId, "open");
    // Decisions are held before their project, as everybody holds them.
    await lockDecisions(
      tx,
      db,
      seen.content.choices.map(({ decisionId }) => decisionId),
    );
    const { projectId, name, content } = await lockScenario(tx, db, input.scenarioId, "open");
    await bump(tx, db, input, { appliedAt: new Date(), appliedById: db.actor.membershipId });
    const state = await readState(tx, db, projectId);
    const { reading, steps, faults } = readAgainst(content, state);
    if (faults.length > 0) throw stale(faults);
    if (steps.length === 0) {
      throw invalid("NOTHING_TO_APPLY", "This scenario changes nothing of the plan as it is now.");
    }
    refuseOthers(input, steps);
    const before = await planOf(tx, db, projectId);
    const events: NewEvent[] = [];
    for (const { decisionId, optionId } of reading.whatIf.choices) {
      events.push(await decideFor(tx, db, input, steps, { decisionId, optionId }));
    }
    const plan = await readPlan(tx, db, projectId);
    for (const override of reading.tasks) {
      const step = steps.find((one) => one.kind === "task" && one.taskKey === override.taskKey);
      if (step?.kind !== "task") continue;
      const task = { projectId, ...settledTask(override, state) };
      events.push(await about(step.name, async () => (await settleTask(tx, db, plan, task)).event));
    }
    const start = steps.find((step) => step.kind === "start");
    if (start !== undefined) events.push(await startOn(tx, db, projectId, start.after));
    const after = await replan(tx, db, projectId);
    return {
      answer: { version: input.version + 1 },
      steps: events,
      event: eventAbout("scenario.applied", projectId, {
        scenarioId: input.scenarioId,
        name,
        after: asJson({ name, steps }),
        plan: asJson(compare(before, after)),
      }),
    };
  });
}

type Input = z.output<typeof applyScenarioInput>;

async function decideFor(
  tx: Transaction,
  db: OrganizationDb,
  input: Input,
  steps: readonly Step[],
  { decisionId, optionId }: { decisionId: string; optionId: string },
): Promise<NewEvent> {
  const step = steps.find((one) => one.kind === "decision" && one.decisionId === decisionId);
  const what = step?.kind === "decision" ? `D-${step.number} ${step.question}` : "A decision";
  const given = input.decisions.find((decision) => decision.decisionId === decisionId);
  if (given === undefined) throw invalid("RATIONALE_NEEDED", `${what}: please say why this option.`);
  const decision = { ...given, optionId, reviewOn: null };
  return await about(what, async () => (await settleDecision(tx, db, decision)).event);
}

function refuseOthers(input: Input, steps: readonly Step[]): void {
  const own = new Set(steps.flatMap((step) => (step.kind === "decision" ? step.decisionId : [])));
  if (!input.decisions.every(({ decisionId }) => own.has(decisionId)))
    throw invalid("UNKNOWN_DECISION", "This scenario decides something else. Look at it again.");
}

/** What will be known of the task: as it is known now, but for what the scenario says otherwise. */
function settledTask(override: TaskOverride, { input, assigneeOf }: ProjectState) {
  const { taskKey, version, effortPersonDays, durationWorkingDays, assigneeId } = override;
  const known = input.tasks.find((record) => record.taskKey === taskKey) ?? unknownTask(taskKey);
  const does = assigneeOf.get(taskKey) ?? null;
  return {
    ...known,
    version,
    effortPersonDays: effortPersonDays === undefined ? known.effortPersonDays : effortPersonDays,
    durationWorkingDays: durationWorkingDays === undefined ? known.durationWorkingDays : durationWorkingDays,
    assigneeId: assigneeId === undefined ? does : assigneeId,
  };
}

async function startOn(
  tx: Transaction,
  db: OrganizationDb,
  projectId: string,
  startsOn: string,
): Promise<NewEvent> {
  const project = await findProject(tx, db, projectId);
  const edited = { ...editable(project), startsOn, projectId, version: project.version };
  return await about("The project's start", async () => (await settleProject(tx, db, edited)).event);
}

/** A refusal says which of the scenario's parts it is about. */
async function about<T>(what: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    throw new AppError(error.kind, error.code, `${what}: ${error.message}`, error.details);
  }
}

function stale(faults: readonly Fault[]): AppError {
  const told = faults.slice(0, 3).map(tellFault).join("; ");
  const more = faults.length > 3 ? `; and ${faults.length - 3} more` : "";
  return new AppError(
    "CONFLICT",
    "SCENARIO_STALE",
    `Nothing was applied: ${told}${more}. Bring the scenario up to date, look at it again, and apply it then.`,
  );
}
