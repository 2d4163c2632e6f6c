import type { ReactNode } from "react";

/** Names a group of NavLinks in the side bar. */
export function NavCaption({ children }: { children: ReactNode }) {
  return <p className="px-2 pt-3.5 pb-1 text-[11px] leading-4 tracking-wide text-faint">{children}</p>;
}
