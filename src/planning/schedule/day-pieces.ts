/** A stretch of working days that lies in one bucket: a week, a quarter. */
export interface DayPiece<Bucket> {
  readonly bucket: Bucket;
  /** The part of all days that is over with it, growing to 1. */
  readonly shareBefore: number;
}

/** The working days `from` to `to`, both included, cut where the bucket changes. There is one piece at least. */
export function dayPieces<Bucket>(
  from: number,
  to: number,
  bucketOfDay: (day: number) => Bucket,
): DayPiece<Bucket>[] {
  const pieces: DayPiece<Bucket>[] = [];
  for (let day = from; day <= to; ) {
    const bucket = bucketOfDay(day);
    while (day <= to && bucketOfDay(day) === bucket) day += 1;
    pieces.push({ bucket, shareBefore: (day - from) / (to - from + 1) });
  }
  return pieces;
}

/** Looks a day up once: the tasks of a plan lie in the same weeks. */
export function rememberedByDay<Bucket>(bucketOfDay: (day: number) => Bucket): (day: number) => Bucket {
  const known = new Map<number, Bucket>();
  return (day) => {
    const bucket = known.get(day) ?? bucketOfDay(day);
    known.set(day, bucket);
    return bucket;
  };
}
