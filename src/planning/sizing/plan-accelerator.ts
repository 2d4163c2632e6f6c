import { type AcceleratorId, acceleratorById } from "./catalogue/accelerators";

/** What plans' machine time is estimated on where nobody names another: the one most published runs used. */
export const defaultAccelerator: AcceleratorId = "a100";

/**
 * Hours of this accelerator for one hour of the default one: the inverse ratio of their dense 16-bit peaks. It takes both to
 * be used alike, which published runs bear out for chips that have been out for some years; what is bound by memory
 * bandwidth gains less.
 */
export function hoursAgainstDefault(id: AcceleratorId): number {
  const peakOf = (which: AcceleratorId) => acceleratorById(which).peakFlopPerSecond["16-bit"];
  return peakOf(defaultAccelerator) / peakOf(id);
}
