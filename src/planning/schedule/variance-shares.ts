/** Between-group variance over total variance, less its expectation under no effect; 0 when nothing varies. */
export function correlationRatio(values: Float64Array, groupOf: (place: number) => number): number {
  const groups = new Map<number, { count: number; sum: number }>();
  let sum = 0;
  values.forEach((value, place) => {
    const id = groupOf(place);
    const group = groups.get(id);
    if (group) {
      group.count += 1;
      group.sum += value;
    } else groups.set(id, { count: 1, sum: value });
    sum += value;
  });
  const mean = sum / values.length;
  const total = values.reduce((squares, value) => squares + (value - mean) ** 2, 0);
  if (total < leastVariation || groups.size < 2) return 0;
  let between = 0;
  for (const group of groups.values()) between += group.count * (group.sum / group.count - mean) ** 2;
  return lessChance(between / total, groups.size - 1, values.length);
}

/** Pearson's correlation, −1 to 1; 0 when one of the two does not vary. */
export function correlation(inputs: Float64Array, outputs: Float64Array): number {
  let input = 0;
  let inputSquared = 0;
  let output = 0;
  let outputSquared = 0;
  let product = 0;
  const shift = outputs[0] ?? 0;
  for (let place = 0; place < inputs.length; place += 1) {
    const one = inputs[place] ?? 0;
    const other = (outputs[place] ?? 0) - shift;
    input += one;
    inputSquared += one * one;
    output += other;
    outputSquared += other * other;
    product += one * other;
  }
  return correlationOfSums({ count: inputs.length, input, inputSquared, output, outputSquared, product });
}

/** The same from sums, of the output counted from anywhere. */
export function correlationOfSums(sums: {
  readonly count: number;
  readonly input: number;
  readonly inputSquared: number;
  readonly output: number;
  readonly outputSquared: number;
  readonly product: number;
}): number {
  const { count } = sums;
  const inputs = sums.inputSquared - sums.input ** 2 / count;
  const outputs = sums.outputSquared - sums.output ** 2 / count;
  if (inputs < leastVariation || outputs < leastVariation) return 0;
  return (sums.product - (sums.input * sums.output) / count) / Math.sqrt(inputs * outputs);
}

/** The part of a variance that a correlation explains, less what pure chance would show. */
export function explainedShare(correlation: number, count: number): number {
  return lessChance(correlation ** 2, 1, count);
}

/** Sums of squares below this are rounding. */
const leastVariation = 1e-6;

function lessChance(share: number, freedom: number, count: number): number {
  return Math.max(0, share - (freedom / Math.max(1, count - 1)) * (1 - share));
}
