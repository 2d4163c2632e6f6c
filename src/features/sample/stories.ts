import { clinicalSummaries } from "./projects/clinical-summaries";
import { codeAssistant } from "./projects/code-assistant";
import { edgeTranslator } from "./projects/edge-translator";
import { entityExtraction } from "./projects/entity-extraction";
import { financeModel } from "./projects/finance-model";
import { supportAssistant } from "./projects/support-assistant";
import type { ProjectStory } from "./story";

export const stories: readonly ProjectStory[] = [
  supportAssistant,
  clinicalSummaries,
  financeModel,
  entityExtraction,
  codeAssistant,
  edgeTranslator,
];
