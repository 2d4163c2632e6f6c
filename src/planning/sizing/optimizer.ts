/**
 * Bytes of optimizer state per trained parameter, the 32-bit master copy of mixed precision included:
 * - adamw: master copy, momentum and variance, 4 bytes each (ZeRO, arXiv 1910.02054, section 3.1).
 * - adamw-8bit: master copy, and two states of one byte (Dettmers et al. 2022, arXiv 2110.02861).
 * - sgd-momentum: master copy and momentum.
 * - adafactor: master copy; its factored second moment is negligible (Shazeer and Stern 2018, arXiv 1804.04235).
 */
export const optimizerBytesPerParameter = {
  adamw: 12,
  "adamw-8bit": 6,
  "sgd-momentum": 8,
  adafactor: 4,
} as const;

export type Optimizer = keyof typeof optimizerBytesPerParameter;

/** With 32-bit weights there is no second master copy. */
export const masterCopyBytes = 4;
