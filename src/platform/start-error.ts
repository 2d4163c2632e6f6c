/** Why Phasewise cannot start, as one sentence for the person who started it. Main prints it and exits with code 1. */
export class StartError extends Error {
  override readonly name = "StartError";
}
