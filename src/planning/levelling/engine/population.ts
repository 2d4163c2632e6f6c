import type { RandomSource } from "./random-source";
import type { Individual } from "./recombination";

/** A fixed number of individuals, no two with the same schedule; a new one takes the place of the worst. */
export class Population {
  private readonly members: Individual[] = [];

  constructor(
    private readonly size: number,
    private readonly random: RandomSource,
  ) {}

  isFull(): boolean {
    return this.members.length >= this.size;
  }

  clear(): void {
    this.members.length = 0;
  }

  /** The better of two drawn by lot. */
  parent(): Individual | undefined {
    const one = this.members[this.random.below(this.members.length)];
    const other = this.members[this.random.below(this.members.length)];
    return one && other && other.draft.cost < one.draft.cost ? other : one;
  }

  /**
   * Takes the individual in and returns the one that had to go, whose memory may be used again: the worst, or the newcomer
   * itself when it is worse than all or already there. Nobody goes while there is room.
   */
  admit(newcomer: Individual): Individual | null {
    if (!this.isFull()) {
      this.members.push(newcomer);
      return null;
    }
    const { cost } = newcomer.draft;
    let worst = 0;
    let worstCost = Number.NEGATIVE_INFINITY;
    for (let place = 0; place < this.members.length; place += 1) {
      const member = this.members[place];
      if (!member) continue;
      if (member.draft.cost === cost && isSame(member.draft.starts, newcomer.draft.starts)) return newcomer;
      if (member.draft.cost <= worstCost) continue;
      worst = place;
      worstCost = member.draft.cost;
    }
    if (cost > worstCost) return newcomer;
    const leaving = this.members[worst] ?? null;
    this.members[worst] = newcomer;
    return leaving;
  }
}

function isSame(a: Int32Array, b: Int32Array): boolean {
  for (let place = 0; place < a.length; place += 1) if (a[place] !== b[place]) return false;
  return true;
}
