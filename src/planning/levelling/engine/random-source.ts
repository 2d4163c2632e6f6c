/**
 * A small fast sequence of random numbers, "mulberry32" (Tommy Ettinger, public domain). The search draws many numbers in an
 * order that depends on what it finds, so numbers by counting (estimation/random.ts) would gain nothing here.
 */
export class RandomSource {
  private state: number;

  constructor(seed: number) {
    this.state = (seed ^ Math.floor(seed / 2 ** 32)) | 0;
  }

  /** Uniform in [0, 1). */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let x = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    x = (x + Math.imul(x ^ (x >>> 7), 61 | x)) ^ x;
    return ((x ^ (x >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A whole number from 0 to `below` − 1. */
  below(below: number): number {
    return Math.floor(this.next() * below);
  }
}
