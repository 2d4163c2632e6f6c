import clsx from "clsx";

/** Holds the place of something that is coming, in its final size. */
export function Skeleton({ className }: { className?: string }) {
  return <span aria-hidden="true" className={clsx("block animate-pulse rounded-md bg-sunk", className)} />;
}
