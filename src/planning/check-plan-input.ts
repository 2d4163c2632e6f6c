import { checkPlanStandards } from "./check-plan-standards";
import { checkEffect, checkRange } from "./decisions/check-effect";
import { distributions } from "./estimation/quantile-table";
import { checkThreePoint } from "./estimation/three-point";
import { checkExpertise } from "./lifecycle/check-standards";
import { lifecycleWith } from "./lifecycle/lifecycle";
import { isTemplateId } from "./lifecycle/templates";
import { checkCalibration } from "./plan-calibration";
import type { PlanDecision, PlanInput, PlanLink, TaskRecord } from "./plan-input";
import { PlanningError } from "./planning-error";
import { isoDate, workingCalendar } from "./schedule/calendar";
import { checkLag, linkKinds } from "./schedule/links";

/** Throws a PlanningError at the first thing that can't be planned with; the field says where. */
export function checkPlanInput(input: PlanInput): void {
  if (!isTemplateId(input.template))
    throw new PlanningError("unknown-id", "template", `There is no template "${input.template}".`);
  isoDate(input.startsOn, "startsOn");
  isoDate(input.asOf, "asOf");
  checkPlanStandards(input.standards);
  if (input.loopPass !== undefined) checkRange(input.loopPass, 0, 1000, "loopPass");
  if (input.calibration) checkCalibration(input.calibration);
  checkDistinct(
    input.decisions.map((decision) => decision.id),
    "decisions",
  );
  checkDistinct(
    input.tasks.map((record) => record.taskKey),
    "tasks",
  );
  workingCalendar(input.holidays ?? []);
  if (input.distribution !== undefined && !distributions.includes(input.distribution))
    throw new PlanningError(
      "unknown-id",
      "distribution",
      `There is no distribution "${input.distribution}".`,
    );
  input.decisions.forEach(checkDecision);
  const { taskByKey } = lifecycleWith(input.standards.lifecycle);
  input.links?.forEach((link, place) => {
    taskByKey(link.task);
    taskByKey(link.after);
    checkLink(link, place);
  });
  for (const record of input.tasks) {
    taskByKey(record.taskKey);
    checkRecord(record);
  }
}

function checkDecision(decision: PlanDecision): void {
  const field = `decisions.${decision.id}`;
  checkDistinct(
    decision.options.map((option) => option.id),
    `${field}.options`,
  );
  for (const option of decision.options) {
    if (option.weight !== undefined)
      checkRange(option.weight, 0, 1e9, `${field}.options.${option.id}.weight`);
    option.effects.forEach((effect, place) => {
      checkEffect(effect, `${field}.options.${option.id}.effects.${place}`);
    });
  }
  const chosen = decision.chosenOptionId;
  if (decision.state === "decided" && !decision.options.some((option) => option.id === chosen))
    throw new PlanningError("unknown-id", `${field}.chosenOptionId`, "Choose one of the decision's options.");
  if (decision.state === "open" && chosen !== null)
    throw new PlanningError(
      "inconsistent",
      `${field}.chosenOptionId`,
      "An open decision has no chosen option.",
    );
}

function checkLink({ kind, lagWorkingDays }: PlanLink, place: number): void {
  const field = `links.${place}`;
  if (!linkKinds.includes(kind))
    throw new PlanningError("unknown-id", `${field}.kind`, `There is no kind of link "${kind}".`);
  checkLag(lagWorkingDays, `${field}.lagWorkingDays`);
}

function checkRecord(record: TaskRecord): void {
  const field = `tasks.${record.taskKey}`;
  if (record.effortPersonDays) checkThreePoint(record.effortPersonDays, `${field}.effortPersonDays`);
  if (record.durationWorkingDays) checkThreePoint(record.durationWorkingDays, `${field}.durationWorkingDays`);
  if (record.actualEffortPersonDays !== null)
    checkRange(record.actualEffortPersonDays, 0, 1e6, `${field}.actualEffortPersonDays`);
  if (record.actualMachineHours != null)
    checkRange(record.actualMachineHours, 0, 1e9, `${field}.actualMachineHours`);
  if (record.expertise) checkExpertise(record.expertise, `${field}.expertise`);
  if (record.notBeforeOn != null) isoDate(record.notBeforeOn, `${field}.notBeforeOn`);
  if (record.startedOn !== null) isoDate(record.startedOn, `${field}.startedOn`);
  if (record.finishedOn !== null) isoDate(record.finishedOn, `${field}.finishedOn`);
  if (record.startedOn !== null && record.finishedOn !== null && record.finishedOn < record.startedOn)
    throw new PlanningError("not-ordered", `${field}.finishedOn`, "A task can't finish before it started.");
}

function checkDistinct(ids: readonly string[], field: string): void {
  const seen = new Set<string>();
  for (const id of ids) {
    if (seen.has(id)) throw new PlanningError("duplicate-id", field, `"${id}" appears twice.`);
    seen.add(id);
  }
}
