import { isTechniqueId } from "../lifecycle/techniques";
import { PlanningError } from "../planning-error";
import type { OptionEffect } from "./effects";
import { parameters } from "./parameters";

/** The widest factor an option may put on a technique's effort: beyond it, replace the estimates instead. */
export const effortFactorLimits = { min: 0.1, max: 10 } as const;

/** From Low to High it is three levels. */
export const levelShiftLimit = 3;

/** Throws a PlanningError that names what is wrong with an effect. */
export function checkEffect(effect: OptionEffect, field: string): void {
  switch (effect.kind) {
    case "include-technique":
    case "exclude-technique":
      checkTechnique(effect.technique, field);
      return;
    case "set-parameter":
      checkParameterValue(effect.parameter, effect.value, `${field}.value`);
      return;
    case "scale-effort":
      checkTechnique(effect.technique, field);
      checkRange(effect.factor, effortFactorLimits.min, effortFactorLimits.max, `${field}.factor`);
      return;
    case "shift-level":
      checkTechnique(effect.technique, field);
      checkRange(effect.levels, -levelShiftLimit, levelShiftLimit, `${field}.levels`);
      if (!Number.isInteger(effect.levels) || effect.levels === 0)
        throw new PlanningError(
          "out-of-range",
          `${field}.levels`,
          "Enter whole levels up or down, not zero.",
        );
      return;
    case "add-cost":
    case "add-monthly-cost":
      checkRange(effect.costMinor, 0, Number.MAX_SAFE_INTEGER / 1000, `${field}.costMinor`);
      if (!Number.isInteger(effect.costMinor))
        throw new PlanningError("out-of-range", `${field}.costMinor`, "Enter whole minor units.");
      return;
  }
}

function checkParameterValue(id: string, value: number, field: string): void {
  const parameter = parameters.find((candidate) => candidate.id === id);
  if (!parameter) throw new PlanningError("unknown-id", field, `There is no parameter "${id}".`);
  checkRange(value, parameter.min, parameter.max, field);
  if (parameter.whole && !Number.isInteger(value))
    throw new PlanningError("out-of-range", field, `${parameter.name} is a whole number.`);
}

export function checkRange(value: number, min: number, max: number, field: string): void {
  if (!Number.isFinite(value)) throw new PlanningError("not-a-number", field, "Enter a number.");
  if (value < 0 && min >= 0) throw new PlanningError("negative", field, "Enter zero or more.");
  if (value < min || value > max)
    throw new PlanningError("out-of-range", field, `Enter a value from ${min} to ${max}.`);
}

function checkTechnique(id: string, field: string): void {
  if (!isTechniqueId(id))
    throw new PlanningError("unknown-id", `${field}.technique`, `There is no technique "${id}".`);
}
