import { checkOneOf } from "./check-quantity";

/** Number formats of weights and of arithmetic. */
export const precisions = ["fp32", "bf16", "fp16", "fp8", "int8", "int4", "nf4", "mxfp4", "nvfp4"] as const;
export type Precision = (typeof precisions)[number];

/**
 * Bits that one stored parameter takes, with the scales that block formats carry:
 * - int4: groups of 128 with a 16-bit scale and a 4-bit zero point (AWQ, arXiv 2306.00978): 4 + 20/128.
 * - nf4: blocks of 64 with double quantisation, 0.127 bits (QLoRA, arXiv 2305.14314, section 3).
 * - mxfp4: blocks of 32 with an 8-bit scale (OCP Microscaling Formats 1.0, 2023): 4 + 8/32.
 * - nvfp4: blocks of 16 with an 8-bit scale (NVIDIA Blackwell): 4 + 8/16.
 */
const storedBits: Record<Precision, number> = {
  fp32: 32,
  bf16: 16,
  fp16: 16,
  fp8: 8,
  int8: 8,
  int4: 4 + 20 / 128,
  nf4: 4.127,
  mxfp4: 4.25,
  nvfp4: 4.5,
};

/** Bytes per stored parameter. `bytesPerParameter("bf16")` → 2; `bytesPerParameter("nf4")` → 0.5159 */
export function bytesPerParameter(precision: Precision, field = "precision"): number {
  checkOneOf(precision, precisions, field);
  return storedBits[precision] / 8;
}

/** Width of the multiplications a chip does for this format. int4 and nf4 weights are unpacked and multiplied in 16 bits. */
export type ArithmeticWidth = "16-bit" | "8-bit" | "4-bit";

export function arithmeticWidth(precision: Precision): ArithmeticWidth {
  if (precision === "fp8" || precision === "int8") return "8-bit";
  if (precision === "mxfp4" || precision === "nvfp4") return "4-bit";
  return "16-bit";
}
