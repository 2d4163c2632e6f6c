import { activationBytes, type Recomputation, recomputations } from "./activation-memory";
import { adapterParameters } from "./adapter-parameters";
import { type Architecture, checkArchitecture } from "./architecture";
import { checkOneOf, checkQuantity, sizingLimits } from "./check-quantity";
import { masterCopyBytes, type Optimizer, optimizerBytesPerParameter } from "./optimizer";
import { bytesPerParameter, type Precision } from "./precision";
import { typicalArchitecture } from "./typical-architecture";

export const trainingMethods = ["full", "lora", "qlora"] as const;
export type TrainingMethod = (typeof trainingMethods)[number];

export const zeroStages = [0, 1, 2, 3] as const;
/** What data-parallel accelerators share out: nothing, optimizer states, gradients too, weights too. */
export type ZeroStage = (typeof zeroStages)[number];

const optimizers = [
  "adamw",
  "adamw-8bit",
  "sgd-momentum",
  "adafactor",
] as const satisfies readonly Optimizer[];

export interface TrainingMemoryInput {
  readonly parameters: number;
  readonly method: TrainingMethod;
  /** Format of the weights that are multiplied; bf16 when left out, and nf4 for the frozen ones of qlora. */
  readonly precision?: Precision;
  readonly optimizer?: Optimizer;
  readonly zeroStage?: ZeroStage;
  /** Accelerators that each see other sequences. */
  readonly dataParallel?: number;
  /** Accelerators that share every matrix. */
  readonly tensorParallel?: number;
  /** A typical one of this size when left out. */
  readonly architecture?: Architecture;
  readonly sequenceTokens?: number;
  readonly microBatch?: number;
  /** selective for full training, full for adapters, as their papers have it. */
  readonly recomputation?: Recomputation;
  /** For lora and qlora. */
  readonly loraRank?: number;
}

/** Bytes on each accelerator. */
export interface TrainingMemory {
  readonly weightsBytes: number;
  readonly gradientBytes: number;
  readonly optimizerBytes: number;
  /** Weights, gradients and optimizer states. */
  readonly stateBytes: number;
  readonly activationBytes: number;
  readonly totalBytes: number;
  readonly trainedParameters: number;
}

/**
 * Memory of training, bytes per accelerator. With P parameters and mixed precision: weights 2P, gradients 2P, AdamW 12P
 * (ZeRO, arXiv 1910.02054, section 3.1); ZeRO divides by the data-parallel degree the optimizer states from stage 1,
 * the gradients from 2, the weights from 3. LoRA keeps weights only of the frozen model and all three of its adapters;
 * QLoRA keeps the frozen weights in NF4 (arXiv 2305.14314). Tensor parallelism divides everything but the inputs of
 * layers. Activations: see activation-memory.ts.
 *
 * Leaves out: buffers of communication, fragmentation and the runtime's own memory (`trainingFit` keeps a tenth free for
 * them), and pipeline parallelism.
 *
 * `trainingMemory({ parameters: 7.5e9, method: "full", zeroStage: 1, dataParallel: 64 }).stateBytes` → 31.4e9 (the
 * paper's figure 1)
 */
export function trainingMemory(input: TrainingMemoryInput): TrainingMemory {
  const run = checked(input);
  const trainedParameters =
    run.method === "full" ? run.parameters : adapterParameters(run.architecture, run.loraRank);
  const frozenParameters = run.method === "full" ? 0 : run.parameters;
  const weightBytes = bytesPerParameter(run.precision);
  const frozenBytes = run.method === "qlora" ? bytesPerParameter("nf4") : weightBytes;
  const stateOf = (bytes: number, sharedFromStage: ZeroStage) =>
    bytes / run.tensorParallel / (run.zeroStage >= sharedFromStage ? run.dataParallel : 1);

  const weightsBytes = stateOf(frozenParameters * frozenBytes + trainedParameters * weightBytes, 3);
  const gradientBytes = stateOf(trainedParameters * weightBytes, 2);
  const perParameter =
    optimizerBytesPerParameter[run.optimizer] - (run.precision === "fp32" ? masterCopyBytes : 0);
  const optimizerBytes = stateOf(trainedParameters * perParameter, 1);
  const stateBytes = weightsBytes + gradientBytes + optimizerBytes;
  const activations = activationBytes(run.architecture, run);
  return {
    weightsBytes,
    gradientBytes,
    optimizerBytes,
    stateBytes,
    activationBytes: activations,
    totalBytes: stateBytes + activations,
    trainedParameters,
  };
}

function checked(input: TrainingMemoryInput): Required<TrainingMemoryInput> {
  checkQuantity(input.parameters, sizingLimits.parameters, "parameters");
  const run = {
    precision: "bf16",
    optimizer: "adamw",
    zeroStage: 0,
    dataParallel: 1,
    tensorParallel: 1,
    architecture: input.architecture ?? typicalArchitecture(input.parameters),
    sequenceTokens: 2048,
    microBatch: 1,
    recomputation: input.method === "full" ? "selective" : "full",
    loraRank: 16,
    ...input,
  } as const;
  checkOneOf(run.method, trainingMethods, "method");
  checkOneOf(run.precision, ["fp32", "bf16", "fp16"], "precision");
  checkOneOf(run.optimizer, optimizers, "optimizer");
  checkOneOf(run.zeroStage, zeroStages, "zeroStage");
  checkOneOf(run.recomputation, recomputations, "recomputation");
  checkQuantity(run.dataParallel, sizingLimits.parallel, "dataParallel");
  checkQuantity(run.tensorParallel, sizingLimits.parallel, "tensorParallel");
  checkQuantity(run.sequenceTokens, sizingLimits.contextTokens, "sequenceTokens");
  checkQuantity(run.microBatch, sizingLimits.batch, "microBatch");
  checkArchitecture(run.architecture, "architecture");
  return run;
}
