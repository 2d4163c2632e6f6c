/** A value that several groups share in making ("this workspace", "fine-tuning", "this team"), plus noise. */
export interface Observation {
  readonly value: number;
  /** Variance of its noise. */
  readonly variance: number;
  readonly groups: readonly string[];
}

export interface MixedModel {
  /** Effects of the groups added up; groups that were never seen add nothing. */
  mean(groups: readonly string[]): number;
  /** How uncertain that sum is; groups that were never seen add their prior variance. */
  variance(groups: readonly string[]): number;
  /** How many free parameters the groups amount to after shrinking, at most their number. */
  readonly freedom: number;
}

/**
 * value = sum of the groups' effects + noise, where every effect is normal around 0 with a known variance: partial
 * pooling over crossed groups. A group with little evidence stays near 0, one with much of it goes its own way.
 *
 * Solves Henderson's mixed-model equations (Z'R⁻¹Z + T⁻¹) u = Z'R⁻¹y (Henderson, Biometrics 31(2), 1975; Gelman and
 * Hill, Data Analysis Using Regression and Multilevel/Hierarchical Models, 2007, ch. 12); the inverse of the left side is
 * the covariance of the effects. Cost grows with the cube of the number of groups.
 */
export function solveMixedModel(
  observations: readonly Observation[],
  varianceOf: (group: string) => number,
): MixedModel {
  const groups = rarestFirst(observations);
  const placeOf = new Map(groups.map((group, place) => [group, place]));
  const size = groups.length;
  const left = new Float64Array(size * size);
  const right = new Float64Array(size);
  groups.forEach((group, place) => {
    left[place * size + place] = 1 / varianceOf(group);
  });
  for (const { value, variance, groups: names } of observations) {
    for (const name of names) {
      const row = placeOf.get(name) ?? 0;
      right[row] = (right[row] ?? 0) + value / variance;
      for (const column of names.map((other) => placeOf.get(other) ?? 0))
        left[row * size + column] = (left[row * size + column] ?? 0) + 1 / variance;
    }
  }
  const covariance = invert(left, size);
  const at = (row: number, column: number) => covariance[row * size + column] ?? 0;
  const effects = right.map((_, row) => right.reduce((sum, term, column) => sum + term * at(row, column), 0));
  return {
    mean: (names) => names.reduce((sum, name) => sum + (effects[placeOf.get(name) ?? -1] ?? 0), 0),
    variance(names) {
      let sum = 0;
      for (const name of names) {
        const row = placeOf.get(name);
        if (row === undefined) sum += varianceOf(name);
        else for (const other of names) sum += at(row, placeOf.get(other) ?? -1);
      }
      return sum;
    },
    freedom: groups.reduce((sum, group, place) => sum + 1 - at(place, place) / varianceOf(group), 0),
  };
}

/** Groups of few observations share them with few others: to eliminate those first keeps most of the matrix empty. */
function rarestFirst(observations: readonly Observation[]): string[] {
  const counts = new Map<string, number>();
  for (const { groups } of observations)
    for (const group of groups) counts.set(group, (counts.get(group) ?? 0) + 1);
  return [...counts].sort(([, one], [, other]) => one - other).map(([group]) => group);
}

/** Inverse of a symmetric positive definite matrix by Gauss-Jordan elimination: no pivot can vanish. */
function invert(matrix: Float64Array, size: number): Float64Array {
  const inverse = Float64Array.from(matrix);
  for (let pivot = 0; pivot < size; pivot += 1) {
    const diagonal = inverse[pivot * size + pivot] ?? 1;
    for (let row = 0; row < size; row += 1) {
      if (row === pivot) continue;
      const factor = (inverse[row * size + pivot] ?? 0) / diagonal;
      if (factor === 0) continue;
      for (let column = 0; column < size; column += 1) {
        if (column === pivot) continue;
        inverse[row * size + column] =
          (inverse[row * size + column] ?? 0) - factor * (inverse[pivot * size + column] ?? 0);
      }
      inverse[row * size + pivot] = -factor;
    }
    for (let column = 0; column < size; column += 1)
      if (column !== pivot) inverse[pivot * size + column] = (inverse[pivot * size + column] ?? 0) / diagonal;
    inverse[pivot * size + pivot] = 1 / diagonal;
  }
  return inverse;
}
