import type { Phase } from "./phase";
import { cite } from "./sources";

const lifecycle = cite("lifecycle");
const own = cite("phasewise");

export const scopingPhase: Phase = {
  id: "scoping",
  number: 1,
  name: "Scoping",
  shortName: "Scope",
  question: "What must the model do, how narrowly, for which use case and budget?",
  settles: [
    "Use case, goals and objectives",
    "One task done very well, or many tasks",
    "Quality bar, volume and latency",
    "Data at hand and constraints",
    "Risk class and budget",
  ],
  leavesWith: "A scoping brief with measurable success criteria",
  deliverables: [
    {
      id: "scoping-brief",
      name: "Scoping brief",
      producedBy: ["use-case-scoping/brief"],
      sources: [lifecycle],
    },
    {
      id: "success-criteria",
      name: "Success criteria with thresholds",
      producedBy: ["use-case-scoping/success-criteria"],
      sources: [cite("nist-ai-rmf", "measure"), own],
    },
    {
      id: "data-inventory",
      name: "Inventory of data at hand",
      producedBy: ["use-case-scoping/data-inventory"],
      sources: [cite("datasheets"), cite("eu-ai-act", "Article 10")],
    },
    {
      id: "risk-review",
      name: "Risk class with the people affected and the obligations",
      producedBy: ["use-case-scoping/risk-review"],
      sources: [cite("nist-ai-rmf", "map"), cite("eu-ai-act", "Articles 6, 9 and 27")],
    },
  ],
  gate: {
    name: "Brief agreed",
    approvedBy: "sponsor",
    sources: [cite("iso-5338"), own],
    exitCriteria: [
      {
        id: "use-case-agreed",
        text: "The use case and what is out of it are written down and agreed",
        evidence: ["use-case-scoping/frame", "use-case-scoping/brief"],
        appliesWith: [],
        sources: [lifecycle],
      },
      {
        id: "criteria-measurable",
        text: "Every success criterion has a measure, a threshold and a data set",
        evidence: ["use-case-scoping/success-criteria"],
        appliesWith: [],
        sources: [cite("nist-ai-rmf", "measure"), own],
      },
      {
        id: "budget-named",
        text: "The budget and the largest acceptable running cost are named",
        evidence: ["use-case-scoping/brief"],
        appliesWith: [],
        sources: [lifecycle],
      },
      {
        id: "risks-listed",
        text: "Risks and the people affected are listed, with a risk class",
        evidence: ["use-case-scoping/risk-review"],
        appliesWith: [],
        sources: [cite("nist-genai-profile", "map"), cite("eu-ai-act", "Article 6")],
      },
    ],
  },
  sources: [cite("lifecycle", "scoping")],
};
