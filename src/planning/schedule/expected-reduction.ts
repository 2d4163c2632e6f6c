/**
 * How much uncertainty settling a decision is expected to take away, 0 to 1. The expected reduction of a variance by knowing
 * the option is the variance between the options' means (law of total variance), as a share of the whole: that of the finish
 * and that of the cost weigh alike.
 */
export function expectedReduction({
  share,
  costShare,
}: {
  readonly share: number;
  readonly costShare: number;
}): number {
  return (share + costShare) / 2;
}
