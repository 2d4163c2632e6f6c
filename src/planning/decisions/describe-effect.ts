import { techniqueNames } from "../lifecycle/names";
import type { TechniqueId } from "../lifecycle/technique-ids";
import type { OptionEffect } from "./effects";
import { parameterById } from "./parameters";

/**
 * An effect in a person's words. Money is in minor units here and the currency is the caller's to know: pass
 * `formatMoney` to write it their way; without it the figure is shown in hundredths with two decimals. `nameOf` calls
 * techniques as the workspace does.
 */
export function describeEffect(
  effect: OptionEffect,
  formatMoney: (costMinor: number) => string = (costMinor) => (costMinor / 100).toFixed(2),
  nameOf: (technique: TechniqueId) => string = (technique) => techniqueNames[technique].name,
): string {
  switch (effect.kind) {
    case "include-technique":
      return `Adds ${nameOf(effect.technique)}`;
    case "exclude-technique":
      return `Leaves out ${nameOf(effect.technique)}`;
    case "set-parameter": {
      const parameter = parameterById(effect.parameter);
      return `Sets ${parameter.name.toLowerCase()} to ${effect.value.toLocaleString("en")} ${parameter.unit}`;
    }
    case "scale-effort": {
      const name = nameOf(effect.technique);
      return `Takes ${effect.factor.toLocaleString("en")} × the effort and time of ${name}`;
    }
    case "shift-level": {
      const levels = Math.abs(effect.levels);
      const way = effect.levels > 0 ? "higher" : "lower";
      return `${nameOf(effect.technique)} needs expertise ${levels === 1 ? "one level" : `${levels} levels`} ${way}`;
    }
    case "add-cost":
      return `Costs ${formatMoney(effect.costMinor)} once`;
    case "add-monthly-cost":
      return `Costs ${formatMoney(effect.costMinor)} a month`;
  }
}
