/**
 * The errors that `npm run validate:sizing` measured against published runs and figures, as benchmarks/RESULTS.md has them (a test
 * compares the two). Everything that tells an error takes it from here.
 */
export const sizingValidation = {
  /** 6ND against the compute that the runs reported. */
  trainingCompute: { runs: 27, medianRatio: 1, medianError: 0.04 },
  /** Against the accelerator-hours of runs that had no part in choosing the default utilisation. */
  heldOutHours: { runs: 15, medianRatio: 0.94, medianError: 0.161, inside: 0.8, width: 2.93 },
  /** Published single figures of memory, compute, tokens and labelled examples. */
  figures: { within: 12, of: 12 },
} as const;

const percent = (share: number) => `${Number((share * 100).toFixed(1))} %`;

/** What was measured of each kind of calculation, in a sentence. */
export const validationInWords = {
  training: `Measured on ${sizingValidation.heldOutHours.runs} published runs that had no part in choosing the utilisation: the interval holds ${percent(sizingValidation.heldOutHours.inside)} of them, is a factor ${sizingValidation.heldOutHours.width} wide, and its median is ${sizingValidation.heldOutHours.medianRatio} of the reported hours (median error ${percent(sizingValidation.heldOutHours.medianError)}). 6ND is ${percent(sizingValidation.trainingCompute.medianError)} from the reported compute at the median of ${sizingValidation.trainingCompute.runs} runs.`,
  fineTuning: `Measured for pre-training only: there the interval holds ${percent(sizingValidation.heldOutHours.inside)} of ${sizingValidation.heldOutHours.runs} held-out runs. Short runs lose more to starting and loading. Memory: ${sizingValidation.figures.within} of ${sizingValidation.figures.of} published figures within their tolerance.`,
  memory: `${sizingValidation.figures.within} of ${sizingValidation.figures.of} published figures (memory of weights, caches and training state among them) are within their tolerance.`,
  serving:
    "Throughput and latency were not measured against anything: expect them to be off by a factor of up to two.",
  price: "Nothing is estimated: tokens times the host's list price of that date.",
  labelling:
    "Minutes and rate were not measured against anything: replace them by those of your first hundred items.",
} as const;
