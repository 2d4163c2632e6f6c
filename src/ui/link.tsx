import NextLink from "next/link";
import type { ComponentProps } from "react";

/**
 * A way to another page, which is asked for when it is followed. Left to itself, Next asks for every link in sight:
 * some seventy requests for each look at the portfolio, with nothing in their answers, since every page is drawn anew.
 */
export function Link(props: ComponentProps<typeof NextLink>) {
  return <NextLink prefetch={false} {...props} />;
}
