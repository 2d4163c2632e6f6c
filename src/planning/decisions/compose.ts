import type { ProjectTemplate } from "../lifecycle/project-template";
import { type TechniqueId, techniqueIds } from "../lifecycle/technique-ids";
import { methodsOf, techniqueById } from "../lifecycle/techniques";
import type { OptionEffect } from "./effects";
import { defaultParameters, type ParameterId, type ParameterValues, parameterIds } from "./parameters";

/** Two effects that can't both hold, with the decisions they come from and what the plan does about it. */
export type PlanConflict =
  | {
      readonly kind: "technique";
      readonly technique: TechniqueId;
      readonly includedBy: readonly string[];
      readonly excludedBy: readonly string[];
      /** Leaving out always wins. */
      readonly resolution: "excluded";
    }
  | {
      readonly kind: "parameter";
      readonly parameter: ParameterId;
      readonly values: readonly { readonly decisionId: string; readonly value: number }[];
      /** The larger value wins: the careful reading. */
      readonly resolution: number;
    };

export interface DecidedEffects {
  readonly decisionId: string;
  readonly effects: readonly OptionEffect[];
}

export interface ComposedTechnique {
  readonly id: TechniqueId;
  /** Null when the template brings it. */
  readonly decisionId: string | null;
}

export interface Composition {
  /** In plan order. */
  readonly techniques: readonly ComposedTechnique[];
  readonly parameters: ParameterValues;
  readonly effortFactors: ReadonlyMap<TechniqueId, number>;
  /** Sums of shifts, before any task's level is held between Low and High. */
  readonly levelShifts: ReadonlyMap<TechniqueId, number>;
  readonly oneOffCostMinor: number;
  readonly monthlyCostMinor: number;
  readonly conflicts: readonly PlanConflict[];
}

/**
 * A template with the effects of what was decided. The order of decisions and effects does not matter: leaving out
 * beats taking in, the larger value of a parameter beats the smaller, factors multiply, level shifts and costs add. A
 * method brings the technique it is a way of doing, and goes with it when that is left out: "if we tune, then by adapter"
 * contradicts nothing.
 */
export function composeEffects(template: ProjectTemplate, decided: readonly DecidedEffects[]): Composition {
  const sourced = decided
    .flatMap(({ decisionId, effects }) => effects.map((effect) => ({ decisionId, effect })))
    .sort((a, b) => (a.decisionId < b.decisionId ? -1 : a.decisionId > b.decisionId ? 1 : 0));
  const conflicts: PlanConflict[] = [];

  const techniques: ComposedTechnique[] = [];
  for (const id of techniqueIds) {
    const includedBy = deciders(
      sourced,
      (effect) => effect.kind === "include-technique" && effect.technique === id,
    );
    const excludedBy = deciders(
      sourced,
      (effect) => effect.kind === "exclude-technique" && effect.technique === id,
    );
    if (includedBy.length > 0 && excludedBy.length > 0)
      conflicts.push({ kind: "technique", technique: id, includedBy, excludedBy, resolution: "excluded" });
    if (excludedBy.length > 0) continue;
    const { methodOf } = techniqueById(id);
    if (methodOf !== null && !techniques.some((technique) => technique.id === methodOf)) continue;
    const broughtBy = includedBy[0] ?? methodDeciders(sourced, id)[0];
    if (template.techniques.includes(id)) techniques.push({ id, decisionId: null });
    else if (broughtBy !== undefined) techniques.push({ id, decisionId: broughtBy });
  }

  const parameters = { ...defaultParameters, ...template.parameters };
  for (const parameter of parameterIds) {
    const values = sourced.flatMap(({ decisionId, effect }) =>
      effect.kind === "set-parameter" && effect.parameter === parameter
        ? [{ decisionId, value: effect.value }]
        : [],
    );
    if (values.length === 0) continue;
    const resolution = Math.max(...values.map(({ value }) => value));
    parameters[parameter] = resolution;
    if (values.some(({ value }) => value !== resolution))
      conflicts.push({ kind: "parameter", parameter, values: values.sort(byDecisionThenValue), resolution });
  }

  const money = (kind: "add-cost" | "add-monthly-cost") =>
    sourced.reduce((sum, { effect }) => sum + (effect.kind === kind ? effect.costMinor : 0), 0);
  return {
    techniques,
    parameters,
    effortFactors: new Map(techniqueIds.map((id) => [id, effortFactor(sourced, id)])),
    levelShifts: new Map(techniqueIds.map((id) => [id, levelShift(sourced, id)])),
    oneOffCostMinor: money("add-cost"),
    monthlyCostMinor: money("add-monthly-cost"),
    conflicts,
  };
}

interface SourcedEffect {
  readonly decisionId: string;
  readonly effect: OptionEffect;
}

function deciders(sourced: readonly SourcedEffect[], matches: (effect: OptionEffect) => boolean): string[] {
  return [...new Set(sourced.filter(({ effect }) => matches(effect)).map(({ decisionId }) => decisionId))];
}

/** Who takes in a method of the technique that nobody leaves out. */
function methodDeciders(sourced: readonly SourcedEffect[], id: TechniqueId): string[] {
  const wanted = methodsOf(id).filter(
    (method) =>
      !sourced.some(({ effect }) => effect.kind === "exclude-technique" && effect.technique === method.id),
  );
  return deciders(
    sourced,
    (effect) =>
      effect.kind === "include-technique" && wanted.some((method) => method.id === effect.technique),
  );
}

/**
 * What changes a technique changes its methods too. Sorted before multiplying: floating point products depend on their
 * order.
 */
function effortFactor(sourced: readonly SourcedEffect[], technique: TechniqueId): number {
  return sourced
    .flatMap(({ effect }) =>
      effect.kind === "scale-effort" && reaches(effect.technique, technique) ? [effect.factor] : [],
    )
    .sort((a, b) => a - b)
    .reduce((product, factor) => product * factor, 1);
}

function levelShift(sourced: readonly SourcedEffect[], technique: TechniqueId): number {
  return sourced.reduce(
    (sum, { effect }) =>
      effect.kind === "shift-level" && reaches(effect.technique, technique) ? sum + effect.levels : sum,
    0,
  );
}

function reaches(changed: TechniqueId, technique: TechniqueId): boolean {
  return changed === technique || changed === techniqueById(technique).methodOf;
}

function byDecisionThenValue(
  a: { decisionId: string; value: number },
  b: { decisionId: string; value: number },
): number {
  if (a.decisionId !== b.decisionId) return a.decisionId < b.decisionId ? -1 : 1;
  return a.value - b.value;
}
