import { alignmentSuggestions } from "./alignment-suggestions";
import { integrationSuggestions } from "./integration-suggestions";
import type { SuggestedCriterion } from "./project-template";
import { scopingSuggestions } from "./scoping-suggestions";
import { selectionSuggestions } from "./selection-suggestions";
import type { LifecycleSuggestion } from "./suggestion";
import type { TechniqueId } from "./technique-ids";

/** In the order of phases. */
export const suggestions: readonly LifecycleSuggestion[] = [
  ...scopingSuggestions,
  ...selectionSuggestions,
  ...alignmentSuggestions,
  ...integrationSuggestions,
];

export function suggestionByKey(key: string): LifecycleSuggestion | null {
  return suggestions.find((suggestion) => suggestion.key === key) ?? null;
}

/** What a decision that was suggested is typically compared by; nothing where the lifecycle has no criteria for it. */
export function suggestedCriteria(key: string): readonly SuggestedCriterion[] {
  const known = suggestions.find((suggestion) => suggestion.key === key || suggestion.sameAs.includes(key));
  return known?.criteria ?? [];
}

/** What the plan at hand calls for and nobody has asked yet: `asked` holds the keys of suggestions that became decisions. */
export function suggestionsFor(project: {
  readonly techniques: readonly TechniqueId[];
  readonly asked: readonly string[];
}): LifecycleSuggestion[] {
  const has = (technique: TechniqueId) => project.techniques.includes(technique);
  return suggestions.filter(
    ({ key, sameAs, appliesWith, notWith }) =>
      ![key, ...sameAs].some((settled) => project.asked.includes(settled)) &&
      (appliesWith.length === 0 || appliesWith.some(has)) &&
      !notWith.some(has),
  );
}
