import { cite } from "./sources";
import { defineTechnique, type Technique } from "./technique";

export const scopingTechniques: readonly Technique[] = [
  defineTechnique({
    id: "use-case-scoping",
    name: "Use-case scoping",
    phase: "scoping",
    summary:
      "Agree what the model must do, for whom and how well, narrowly enough that everything after it can be measured.",
    cheatSheetColumn: null,
    expertise: 2,
    approvedBy: "sponsor",
    sources: [
      cite("lifecycle", "scoping"),
      cite("nist-ai-rmf", "map"),
      cite("eu-ai-act", "Articles 6 and 9"),
    ],
    tasks: [
      {
        slug: "frame",
        name: "Frame the use case and its limits",
        discipline: "product",
        level: 2,
        effort: [2, 4, 8],
        duration: [3, 5, 10],
        deliverable: "Use case with users, one task or many, and what is out of it",
        assumption:
          "Phasewise default: two or three workshops with the people affected, and the writing between them.",
      },
      {
        slug: "success-criteria",
        name: "Set measurable success criteria",
        discipline: "evaluation",
        level: 2,
        effort: [1.5, 3, 6],
        duration: [2, 4, 8],
        after: ["frame"],
        deliverable: "Criteria, each with measure, threshold and data set",
        assumption: "Phasewise default: five to ten criteria at a third of a day each, agreed twice.",
      },
      {
        slug: "data-inventory",
        name: "Take stock of the data at hand",
        discipline: "data-engineering",
        level: 2,
        effort: [1, 3, 8],
        duration: [2, 4, 10],
        after: ["frame"],
        deliverable: "Inventory of sources with owner, size, quality and rights",
        assumption: "Phasewise default: half a day per source; getting access is what takes long at worst.",
      },
      {
        slug: "risk-review",
        name: "Review risk, privacy and compliance",
        discipline: "security-legal",
        level: 2,
        effort: [1, 2, 6],
        duration: [3, 6, 15],
        after: ["frame"],
        deliverable: "Risk class, people affected and obligations",
        assumption: "Phasewise default: little work, but it waits for busy people, hence the long duration.",
      },
      {
        slug: "brief",
        name: "Write and agree the scoping brief",
        discipline: "product",
        level: 2,
        effort: [1, 2, 4],
        duration: [2, 3, 6],
        after: ["success-criteria", "data-inventory", "risk-review"],
        deliverable: "Scoping brief, agreed by the project's owner and sponsor",
        assumption: "Phasewise default: one draft and two rounds of comments.",
      },
    ],
  }),
];
