import type { ArithmeticWidth } from "../precision";

/** A published price; `basis` tells an on-demand list price from an interruptible one and from a guess by comparison. */
export interface RentPrice {
  readonly usdPerHour: number;
  readonly basis: "list" | "spot" | "estimate";
  readonly source: string;
  /** When it was read: a day, a month or a year. */
  readonly asOf: string;
}

/** One accelerator (chip or card) as its maker describes it. */
export interface Accelerator {
  readonly name: string;
  readonly vendor: string;
  /** First general availability, year and month: with the run's date it tells how mature the software on it is. */
  readonly introduced: string;
  /** Memory in bytes, the maker's gigabytes taken as 10⁹: some chips hold up to 7 % more, none less. */
  readonly memoryBytes: number;
  readonly memoryBytesPerSecond: number;
  /** Dense peak (no sparsity) by width of arithmetic; 16-bit is bf16, or fp16 where the chip has no bf16. */
  readonly peakFlopPerSecond: { readonly "16-bit": number } & Partial<Record<ArithmeticWidth, number>>;
  /** Board or chip power limit in watts. */
  readonly powerWatts: number;
  /** Set when the maker does not publish the power. */
  readonly powerIsEstimate?: true;
  /** Rent of one accelerator with its share of the host; null when nobody lists one. */
  readonly rent: RentPrice | null;
  readonly source: string;
}
