import { cite } from "./sources";
import { defineTechnique, type Technique } from "./technique";

/** Ways of learning from the same comparisons: guidelines, labellers and comparisons are human feedback's. */
export const humanFeedbackMethods: readonly Technique[] = [
  defineTechnique({
    id: "policy-optimisation",
    name: "Reward model and policy optimisation",
    phase: "model-alignment",
    methodOf: "human-feedback",
    summary:
      "Train a reward model on the comparisons and optimise the model against it (PPO), held near where it began.",
    cheatSheetColumn: "human-feedback",
    expertise: 3,
    approvedBy: "evaluation-lead",
    sources: [cite("instructgpt"), cite("ppo"), cite("rlhf-secrets")],
    tasks: [
      {
        slug: "rollouts",
        name: "Set up sampling with several models in memory",
        discipline: "distributed-training",
        level: 3,
        effort: [3, 6, 15],
        duration: [3, 7, 15],
        machineHours: [4, 16, 80],
        afterAcross: ["model-comparison/choose"],
        deliverable: "Running loop of policy, reference, reward and value model",
        assumption:
          "Phasewise default: an existing library; four models at once is what takes the accelerators.",
        sources: [cite("phasewise"), cite("rlhf-secrets")],
        scaling: [{ parameter: "model-parameters-billions", of: ["machine-hours"], fixedShare: 0.1 }],
      },
      {
        slug: "watch",
        name: "Watch reward against true preference",
        discipline: "human-feedback",
        level: 3,
        effort: [1, 2, 5],
        duration: [1, 2, 5],
        afterAcross: ["human-feedback/optimise"],
        inLoop: true,
        deliverable: "Reward, divergence and people's preference over the run, and where to stop",
        assumption:
          "Phasewise default: fresh comparisons at three checkpoints; past some point reward rises while quality falls (arXiv 2210.10760).",
        sources: [cite("phasewise"), cite("reward-overoptimisation")],
      },
    ],
  }),
  defineTechnique({
    id: "direct-preference-optimisation",
    name: "Direct preference optimisation",
    phase: "model-alignment",
    methodOf: "human-feedback",
    replaces: ["human-feedback/reward-model", "human-feedback/optimise"],
    summary:
      "Learn from the pairs directly, like fine-tuning, without a reward model; steadier, but bound to the answers that were compared.",
    cheatSheetColumn: "human-feedback",
    expertise: 3,
    approvedBy: "evaluation-lead",
    sources: [cite("dpo")],
    tasks: [
      {
        slug: "pairs",
        name: "Turn comparisons into pairs",
        discipline: "data-engineering",
        level: 2,
        effort: [1, 2, 5],
        duration: [1, 2, 5],
        afterAcross: ["human-feedback/comparisons"],
        deliverable: "Preferred and rejected answers per prompt, ties left out",
        assumption: "Phasewise default: a ranking of several answers gives several pairs; one check by eye.",
      },
      {
        slug: "train",
        name: "Train on preferences",
        discipline: "human-feedback",
        level: 3,
        effort: [2, 5, 12],
        duration: [2, 5, 12],
        machineHours: [2, 12, 80],
        after: ["pairs"],
        afterAcross: ["prompt-engineering/review", "fine-tuning/inspect"],
        inLoop: true,
        deliverable: "Aligned weights or adapter",
        assumption:
          "People: Phasewise default. Machine: like fine-tuning, minutes to hours (cheat sheet), with a reference model beside; several runs per pass.",
        sources: [cite("phasewise"), cite("lifecycle", "time and effort"), cite("dpo")],
        scaling: [{ parameter: "model-parameters-billions", of: ["machine-hours"], fixedShare: 0.1 }],
      },
    ],
  }),
];
