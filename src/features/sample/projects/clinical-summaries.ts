import {
  abstains,
  agrees,
  asked,
  begun,
  decided,
  done,
  estimated,
  moved,
  objects,
  optionAdded,
  optionEdited,
  reply,
  resolvedBy,
  scheduled,
  thread,
} from "../steps";
import type { ProjectStory } from "../story";

export const clinicalSummaries: ProjectStory = {
  key: "CLN",
  name: "Clinical summaries",
  summary: "Drafts the course of stay for discharge letters from ward notes, on premises, within 8 seconds",
  template: "fine-tune-open-model",
  owner: "jonas",
  startsDaysAgo: 58,
  targetInDays: 165,
  budgetMinor: 26_000_000,
  brief: {
    useCase:
      "A doctor who discharges a patient gets a draft of the letter's *course of stay*, made from the ward notes, to correct and sign.",
    goals: "Give doctors back half of the time they spend on discharge letters, without adding risk.",
    objectives: [
      "Halve the time per letter, from 24 minutes to 12",
      "No unsupported statement about medication",
      "Two wards use it daily by the end of the pilot",
    ],
    taskBreadth: "one",
    tasks: "Summarising one patient's notes of one stay",
    qualityBar: "A senior physician signs the draft after at most three small corrections.",
    requestsPerDay: 380,
    latencySeconds: 8,
    dataAtHand:
      "61,000 stays with notes and signed letters. Consent covers training inside the hospital only.",
    languages: ["German"],
    constraints:
      "Data must not leave the building. One accelerator with 24 GB stands in the server room; a second can be bought.",
    budgetMinor: 26_000_000,
    successCriteria: [
      {
        metric: "Statements supported by the notes",
        target: "at least 99 %",
        dataSet: "200 stays, each read by two physicians",
      },
      {
        metric: "Medication changes left out",
        target: "at most 1 letter in 100",
        dataSet: "The same 200 stays",
      },
      {
        metric: "Signed after at most three corrections",
        target: "at least 80 %",
        dataSet: "Pilot on two wards, four weeks",
      },
    ],
  },
  steps: [
    done("use-case-scoping/frame", "jonas", { from: 58, to: 52, took: 5 }),
    thread(
      55,
      "fatima",
      1,
      "We tried forms with fields for two years. Doctors hated them: the *story* of a stay does not fit into fields.",
      [reply(54, "jonas", "That settles it for me. I will quote you in the rationale.")],
      resolvedBy("jonas", 52),
    ),
    decided(
      52,
      "jonas",
      [1, 0],
      "Two years of forms showed that fields do not carry the course of a stay. Condensing free text is what language models are good at.",
    ),
    done("use-case-scoping/data-inventory", "samuel", { from: 52, to: 48, took: 4 }),
    done("use-case-scoping/success-criteria", "fatima", { from: 52, to: 47, took: 3.5 }),
    done("use-case-scoping/risk-review", "david", { from: 52, to: 43, took: 4 }),
    done("use-case-scoping/brief", "jonas", { from: 46, to: 42, took: 2 }),
    moved(41, "jonas", "model-selection", "Ethics board and sponsor agreed to the brief."),
    optionEdited(40, "aiko", [2, 1], {
      title: "Open 8B model on our own accelerator",
      description:
        "Published weights that may be changed, about 16 GB in half precision. Data stays in the building, versions stay fixed.",
      effects: [
        { kind: "exclude-technique", technique: "pre-training" },
        { kind: "set-parameter", parameter: "model-parameters-billions", value: 8 },
        { kind: "scale-effort", technique: "deployment", factor: 1.5 },
        { kind: "add-monthly-cost", costMinor: 190_000 },
      ],
    }),
    done("model-comparison/shortlist", "aiko", { from: 41, to: 38, took: 2 }),
    done("model-comparison/trial-examples", "fatima", { from: 41, to: 36, took: 2.5 }),
    done("model-comparison/licence-and-terms", "david", { from: 38, to: 34, took: 1.5 }),
    objects(
      35,
      "david",
      [2, 0],
      "Consent does not cover notes leaving the building, so a hosted model is out, whatever its contract says.",
    ),
    agrees(34, "aiko", [2, 1], "An 8B model fits on the accelerator that is there."),
    agrees(34, "fatima", [2, 1]),
    done("model-comparison/trial", "aiko", { from: 36, to: 31, took: 4.5 }),
    decided(
      30,
      "jonas",
      [2, 1],
      "The data stays in the building, which leaves open models, and the 8B one fits on what we have. Training our own is far beyond what we know and need.",
      "The objection is against the hosted option only, which we do not take.",
    ),
    done("model-comparison/choose", "jonas", { from: 31, to: 30, took: 1 }),
    moved(29, "jonas", "model-alignment", "Model chosen, with a 14B model as the runner-up."),
    done("prompt-engineering/prompt-bench", "elena", { from: 29, to: 27, took: 1.5 }),
    done("evaluation/harness", "aiko", { from: 36, to: 27, took: 5 }),
    done("evaluation/evaluation-set", "fatima", { from: 40, to: 26, took: 7.5 }),
    asked(24, "jonas", {
      phase: "model-alignment",
      question: "How do we get to clinical quality?",
      context:
        "The untuned model leaves out a medication change in about one letter of six. That is the gap to close before any pilot.\n\nMeasured on 200 stays: supported statements **91 %**, the brief asks for **99 %**.",
      owner: "jonas",
      dueInDays: 4,
      options: [
        {
          title: "Prompting with a checklist",
          description:
            "A second prompt asks for each medication change by name. No training; slower answers.",
          effects: [
            { kind: "exclude-technique", technique: "fine-tuning" },
            { kind: "scale-effort", technique: "prompt-engineering", factor: 2 },
          ],
        },
        {
          title: "Tune an adapter on 4,000 signed letters",
          description: "LoRA on stays with their signed letters; one adapter per department later.",
          effects: [{ kind: "set-parameter", parameter: "labelled-examples", value: 4_000 }],
        },
        {
          title: "Tune, then learn from doctors' corrections",
          description: "As above, and the corrections of the pilot become preference pairs.",
          effects: [
            { kind: "set-parameter", parameter: "labelled-examples", value: 4_000 },
            { kind: "include-technique", technique: "human-feedback" },
            { kind: "set-parameter", parameter: "loop-passes", value: 5 },
          ],
        },
      ],
      dependsOn: [2],
    }),
    done("prompt-engineering/draft", "elena", { from: 27, to: 20, took: 5 }),
    done("fine-tuning/set-up", "aiko", { from: 26, to: 20, took: 4 }),
    done("prompt-engineering/review", "fatima", { from: 20, to: 18, took: 1.5 }),
    thread(
      18,
      "aiko",
      5,
      "First numbers on the 200 stays:\n\n| approach | supported | seconds |\n|---|---|---|\n| plain prompt | 91 % | 4.1 |\n| checklist | 94 % | 7.6 |\n| adapter, 800 letters | 96 % | 4.3 |\n\nThe curve over the number of letters is not flat yet.",
      [
        reply(
          17,
          "fatima",
          "The 200 stays are all from cardiology. I want 100 from oncology before I trust the last row.",
        ),
        reply(17, "aiko", "Agreed, I am collecting them."),
        reply(10, "aiko", "Oncology, 100 stays: 90 %, 93 %, **93 %**. The adapter learned cardiology."),
      ],
    ),
    agrees(16, "elena", [5, 0], "94 % without any training, and nothing to maintain."),
    agrees(15, "samuel", [5, 1], "4,000 pairs can be cleaned in about four weeks."),
    objects(14, "tomas", [5, 2], "Nobody is on call for a second training pipeline at night."),
    begun("fine-tuning/examples", "samuel", {
      from: 17,
      told: 13,
      spent: 3,
      estimate: { optimistic: 14, mostLikely: 20, pessimistic: 34 },
    }),
    thread(
      12,
      "fatima",
      5,
      "Signed letters are not good letters. I read 60 of them: **11 leave out a change of medication themselves**. A model trained on them learns to leave it out.\n\n> If we teach it with letters, then with letters that somebody put right.",
      [
        reply(12, "jonas", "How many could you and Dr. Brandt put right in a week?"),
        reply(11, "fatima", "About 90 between the two of us, next to the ward."),
        reply(
          9,
          "aiko",
          "800 of those might beat 4,000 of the others. LIMA got far with 1,000 ([arXiv 2305.11206](https://arxiv.org/abs/2305.11206)).",
        ),
      ],
    ),
    optionAdded(9, "fatima", 5, {
      title: "Tune an adapter on 800 corrected letters",
      description:
        "Two physicians correct 800 letters first: fewer examples, each of them right. Nine weeks next to the ward.",
      effects: [
        { kind: "set-parameter", parameter: "labelled-examples", value: 800 },
        { kind: "scale-effort", technique: "fine-tuning", factor: 1.6 },
      ],
    }),
    agrees(8, "fatima", [5, 3], "Better to wait than to teach a mistake."),
    agrees(7, "aiko", [5, 3], "Oncology showed that more of the same does not help."),
    abstains(6, "david", 5, "No difference in data protection as long as everything stays in the building."),
    thread(
      5,
      "oliver",
      5,
      "Nine weeks of two physicians are more than the accelerator costs. Is that in the figures the plan shows?",
      [
        reply(
          4,
          "jonas",
          "Yes, as effort of the tuning tasks: the option carries 1.6 times theirs. The preview beside it shows weeks and money.",
        ),
      ],
    ),
    scheduled(20, "jonas", 3, { owner: "aiko", dueInDays: -3 }),
    agrees(13, "aiko", [3, 0], "One 24 GB accelerator: an adapter fits, all weights do not."),
    agrees(12, "lina", [3, 0], "For one narrow task an adapter was enough every time I tried."),
    scheduled(8, "jonas", 4, {
      owner: "fatima",
      dueInDays: 12,
      context:
        "Follows from D-5: with corrected letters 800 is what two physicians can do, with signed ones the number is only a matter of cleaning.",
    }),
    asked(6, "fatima", {
      phase: "application-integration",
      question: "Which ward goes first?",
      context:
        "Cardiology writes the longest letters, oncology the riskiest. The pilot needs a senior physician who reads every draft for four weeks.",
      owner: "fatima",
      dueInDays: 30,
      options: [
        {
          title: "Cardiology alone",
          description: "Most time to win, the data we know best.",
          effects: [],
        },
        {
          title: "Cardiology and oncology together",
          description: "Proves it beyond one department; two groups to train and to listen to.",
          effects: [
            { kind: "scale-effort", technique: "application", factor: 1.15 },
            { kind: "scale-effort", technique: "evaluation", factor: 1.3 },
          ],
        },
      ],
      dependsOn: [5],
    }),
    begun("deployment/serving-design", "sofia", { from: 9, told: 5, spent: 1.5 }),
    begun("application/experience-design", "elena", { from: 12, told: 3, spent: 4 }),
    estimated(3, "jonas", "application/acceptance", "fatima", [6, 9, 16]),
  ],
};
