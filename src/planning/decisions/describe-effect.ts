import { techniqueNames } from "../lifecycle/names";
import type { OptionEffect } from "./effects";
import { parameterById } from "./parameters";

/**
 * An effect in a person's words. Money is in minor units here and the currency is the caller's to know: pass
 * `formatMoney` to write it their way; without it the figure is shown in hundredths with two decimals.
 */
export function describeEffect(
  effect: OptionEffect,
  formatMoney: (costMinor: number) => string = (costMinor) => (costMinor / 100).toFixed(2),
): string {
  switch (effect.kind) {
    case "include-technique":
      return `Adds ${techniqueNames[effect.technique].name}`;
    case "exclude-technique":
      return `Leaves out ${techniqueNames[effect.technique].name}`;
    case "set-parameter": {
      const parameter = parameterById(effect.parameter);
      return `Sets ${parameter.name.toLowerCase()} to ${effect.value.toLocaleString("en")} ${parameter.unit}`;
    }
    case "scale-effort": {
      const name = techniqueNames[effect.technique].name;
      return `Takes ${effect.factor.toLocaleString("en")} × the effort and time of ${name}`;
    }
    case "shift-level": {
      const levels = Math.abs(effect.levels);
      const way = effect.levels > 0 ? "higher" : "lower";
      return `${techniqueNames[effect.technique].name} needs expertise ${levels === 1 ? "one level" : `${levels} levels`} ${way}`;
    }
    case "add-cost":
      return `Costs ${formatMoney(effect.costMinor)} once`;
    case "add-monthly-cost":
      return `Costs ${formatMoney(effect.costMinor)} a month`;
  }
}
