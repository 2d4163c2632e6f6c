import { type AcceleratorId, acceleratorById } from "./catalogue/accelerators";
import {
  type TrainingMemory,
  type TrainingMemoryInput,
  trainingMemory,
  type ZeroStage,
} from "./training-memory";

/** Share of the memory that a plan may fill; the rest is for the runtime, buffers and fragmentation. */
export const usableMemoryShare = 0.9;

/** Accelerators of one machine, over whose links tensor parallelism pays. */
const largestTensorParallel = 8;
const largestDataParallel = 8192;

export interface TrainingFitInput
  extends Omit<TrainingMemoryInput, "dataParallel" | "tensorParallel" | "zeroStage"> {
  readonly accelerator: AcceleratorId;
}

export interface TrainingFit {
  /** Whether one accelerator is enough. */
  readonly fitsOnOne: boolean;
  readonly usableBytes: number;
  readonly onOne: TrainingMemory;
  /** The fewest accelerators that hold it, with how to lay it out; null when 65,536 do not. */
  readonly fewest: {
    readonly accelerators: number;
    readonly zeroStage: ZeroStage;
    readonly tensorParallel: number;
    readonly dataParallel: number;
    readonly memory: TrainingMemory;
  } | null;
}

/**
 * Does it fit on this accelerator, and how many does it take? Tries powers of two: first sharing everything over data
 * parallelism (ZeRO 3), where that does not help also splitting the matrices over up to eight (tensor parallelism).
 * Of equal numbers the one with less tensor parallelism wins. Fitting is by memory alone: speed asks for more.
 *
 * `trainingFit({ parameters: 7e9, method: "full", accelerator: "a100-80gb" }).fewest` → 2 accelerators
 */
export function trainingFit(input: TrainingFitInput): TrainingFit {
  const { accelerator, ...run } = input;
  const usableBytes = acceleratorById(accelerator).memoryBytes * usableMemoryShare;
  const onOne = trainingMemory(run);
  return {
    fitsOnOne: onOne.totalBytes <= usableBytes,
    usableBytes,
    onOne,
    fewest: fewestAccelerators(run, usableBytes),
  };
}

function fewestAccelerators(
  run: Omit<TrainingFitInput, "accelerator">,
  usableBytes: number,
): TrainingFit["fewest"] {
  for (let accelerators = 1; accelerators <= largestTensorParallel * largestDataParallel; accelerators *= 2) {
    const widest = Math.min(largestTensorParallel, accelerators);
    for (let tensorParallel = 1; tensorParallel <= widest; tensorParallel *= 2) {
      const layout = {
        tensorParallel,
        dataParallel: accelerators / tensorParallel,
        zeroStage: accelerators === 1 ? 0 : 3,
      } as const;
      const memory = trainingMemory({ ...run, ...layout });
      if (memory.totalBytes <= usableBytes) return { accelerators, ...layout, memory };
    }
  }
  return null;
}
