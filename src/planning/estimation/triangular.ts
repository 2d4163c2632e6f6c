import { normalCdf } from "./normal";
import { scoreOfStep, tableSteps } from "./score-steps";

/**
 * The triangular distribution on [0, 1] with its mode at c: quantile √(pc) below the mode, 1 − √((1 − p)(1 − c)) above
 * (Kotz & van Dorp, Beyond Beta, 2004). Mean (1 + c) / 3. Its tails are fatter than PERT-beta's: for people whose worst
 * case is a real case. Writes its quantiles at the steps of normal scores, stretched to begin at `from`.
 */
export function writeTriangular(modePlace: number, from: number, range: number, into: Float64Array): void {
  for (let step = 0; step <= tableSteps; step += 1) {
    const probability = probabilities[step] ?? 0;
    const place =
      probability <= modePlace
        ? Math.sqrt(probability * modePlace)
        : 1 - Math.sqrt((1 - probability) * (1 - modePlace));
    into[step] = from + range * place;
  }
}

const probabilities = Float64Array.from({ length: tableSteps + 1 }, (_, step) =>
  normalCdf(scoreOfStep(step)),
);
