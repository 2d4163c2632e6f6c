import { PlanningError } from "../planning-error";
import { agentTemplates } from "./agent-templates";
import { ownModelTemplates } from "./own-model-templates";
import { type ProjectTemplate, type TemplateId, templateIds } from "./project-template";
import { promptingTemplates } from "./prompting-templates";
import { tuningTemplates } from "./tuning-templates";

export const templates: readonly ProjectTemplate[] = [
  ...promptingTemplates,
  ...tuningTemplates,
  ...ownModelTemplates,
  ...agentTemplates,
];

export function isTemplateId(id: string): id is TemplateId {
  return templateIds.some((known) => known === id);
}

export function templateById(id: TemplateId): ProjectTemplate {
  const template = templates.find((candidate) => candidate.id === id);
  if (!template) throw new PlanningError("unknown-id", "template", `There is no template "${id}".`);
  return template;
}
