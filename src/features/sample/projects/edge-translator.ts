import {
  agrees,
  asked,
  begun,
  briefRevised,
  decided,
  done,
  objects,
  reply,
  scheduled,
  thread,
} from "../steps";
import type { ProjectStory } from "../story";

/** In scoping, with much of its brief still vague, while a trial of compression already runs. */
export const edgeTranslator: ProjectStory = {
  key: "EDG",
  name: "Edge translator",
  summary:
    "Translates maintenance instructions on a handheld without a network; a compression trial is running",
  template: "compress-for-edge",
  owner: "priya",
  startsDaysAgo: 33,
  targetInDays: 190,
  budgetMinor: 24_000_000,
  brief: {
    useCase: "Technicians read maintenance instructions in their own language where there is no network.",
    goals: "",
    taskBreadth: "one",
    tasks: "Translating technical English",
    dataAtHand: "240 manuals with translations by people into four languages",
    languages: ["Polish", "Portuguese", "Turkish", "Vietnamese"],
  },
  steps: [
    done("use-case-scoping/frame", "priya", { from: 33, to: 27, took: 4 }),
    asked(30, "priya", {
      phase: "scoping",
      question: "Must it work without any network at all?",
      context: "The handheld has a modem. On 7 of 19 sites it finds no network, on 5 more for hours a day.",
      owner: "priya",
      dueInDays: -24,
      options: [
        {
          title: "Yes, everything on the device",
          description: "One way to build and to test. The model must be small.",
          effects: [],
        },
        {
          title: "On the device, hosted when there is a network",
          description: "Better answers where there is a network; two ways to keep alike.",
          effects: [
            { kind: "scale-effort", technique: "application", factor: 1.3 },
            { kind: "add-monthly-cost", costMinor: 90_000 },
          ],
        },
      ],
    }),
    thread(
      29,
      "elena",
      4,
      "Two ways mean that the same sentence reads differently in the yard and in the hall. Technicians will notice.",
      [reply(28, "priya", "They told me the same. One of them said: *then I trust neither*.")],
    ),
    agrees(28, "elena", [4, 0], "One way to test."),
    decided(
      26,
      "priya",
      [4, 0],
      "On 12 of 19 sites the network can't be relied on, and two ways of translating would be trusted by nobody.",
    ),
    briefRevised(25, "priya", {
      goals: "Fewer calls to the hotline from sites without a network.",
      latencySeconds: 2,
      constraints: "3 GB of memory on the device, no accelerator, a battery that must last a shift.",
    }),
    done("use-case-scoping/risk-review", "david", { from: 26, to: 17, took: 1.5 }),
    begun("use-case-scoping/data-inventory", "samuel", { from: 19, told: 12, spent: 2 }),
    begun("compression/target", "sofia", { from: 17, told: 12, spent: 2 }),
    thread(
      12,
      "sofia",
      2,
      "First profile on the handheld, 4-bit weights, one paragraph:\n\n| model | memory | seconds |\n|---|---|---|\n| 1 B | 0.7 GB | 1.3 |\n| 3 B | 1.9 GB | 4.8 |\n\nThe app itself takes 0.8 GB.",
      [
        reply(11, "priya", "So the larger one fits, but at more than twice the time the brief allows."),
        reply(11, "sofia", "With pruning perhaps 3 seconds. I try that next."),
      ],
    ),
    done("compression/target", "sofia", { from: 17, to: 10, took: 3 }),
    begun("compression/compress", "sofia", { from: 9, told: 4, spent: 2 }),
    agrees(10, "aiko", [1, 1], "Small open models for translation exist; hosted is out without a network."),
    agrees(9, "sofia", [2, 0], "Hours instead of weeks, and the loss at four bits is small so far."),
    objects(
      8,
      "elena",
      [2, 1],
      "To distil we need translations to learn from. For Vietnamese we have 14 manuals.",
    ),
    scheduled(8, "priya", 1, { owner: "priya", dueInDays: 18 }),
    scheduled(8, "priya", 3, { owner: "aiko", dueInDays: 28 }),
    asked(5, "priya", {
      phase: "scoping",
      question: "Which languages belong to the first release?",
      context: "Two languages cover 70 % of the calls to the hotline, four cover 92 %.",
      owner: "priya",
      dueInDays: 12,
      options: [
        {
          title: "Polish and Turkish",
          description: "70 % of the calls; their manuals are well translated.",
          effects: [{ kind: "set-parameter", parameter: "languages", value: 2 }],
        },
        {
          title: "All four",
          description: "92 % of the calls; the Vietnamese manuals need a review first.",
          effects: [{ kind: "set-parameter", parameter: "languages", value: 4 }],
        },
      ],
    }),
    agrees(3, "aiko", [5, 0], "Two can be measured well. Four would be guessed."),
    thread(
      2,
      "priya",
      null,
      "Still vague in the brief: what counts as *good enough*, how many paragraphs a day, and the success criteria. I ask the three service leads on Thursday.",
    ),
  ],
};
