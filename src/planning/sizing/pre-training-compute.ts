import { type ThreePoint, threePoint } from "../estimation/three-point";

/** Peak of one A100 in bfloat16 without sparsity, FLOP per second (NVIDIA A100 data sheet). */
const peakFlopPerSecond = 312e12;

/**
 * Share of the peak that published runs reached: from about 0.2 (first large runs on a chip) over about 0.33 to
 * about 0.55 (mature code); for example BloombergGPT 0.33, LLaMA-65B 0.47, Falcon-180B 0.19, TinyLlama 0.56.
 */
const utilisation = { best: 0.55, usual: 0.33, worst: 0.2 };

/**
 * A100-hours to pre-train: 6 · parameters · tokens FLOP (Kaplan et al. 2020, arXiv 2001.08361) over peak · utilisation.
 * Valid for dense transformers; leaves out recomputation, restarts beyond what utilisation covers, and attention at
 * very long context. For mixtures of experts use the active parameters.
 * `preTrainingMachineHours(65, 1400).mostLikely` → about 1.47 million (LLaMA-65B reported 1.02 million, inside the range)
 */
export function preTrainingMachineHours(parametersBillions: number, tokensBillions: number): ThreePoint {
  const flop = 6 * parametersBillions * 1e9 * tokensBillions * 1e9;
  const hoursAt = (share: number) => flop / (peakFlopPerSecond * share) / 3600;
  return threePoint(hoursAt(utilisation.best), hoursAt(utilisation.usual), hoursAt(utilisation.worst));
}

/**
 * Working days a run takes: accelerator-hours shared among the accelerators, day and night, seven days a week, seen on
 * a calendar of five working days; never under one day.
 */
export function preTrainingWorkingDays(machineHours: ThreePoint, accelerators: number): ThreePoint {
  const days = (hours: number) => Math.max(1, (hours / accelerators / 24) * (5 / 7));
  return threePoint(
    days(machineHours.optimistic),
    days(machineHours.mostLikely),
    days(machineHours.pessimistic),
  );
}
