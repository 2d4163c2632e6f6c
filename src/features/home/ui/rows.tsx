import type { ReactNode } from "react";
import { Link } from "@/ui/link";

/** The rows of a card of the home page. */
export function Rows({ label, children }: { label: string; children: ReactNode }) {
  return (
    <ul aria-label={label} className="grid grid-cols-1 text-sm">
      {children}
    </ul>
  );
}

/** What it is, with the way to it, and a line about it. */
export function Row({
  href,
  title,
  about,
  aside,
  children,
}: {
  href: string;
  title: ReactNode;
  about: ReactNode;
  /** At the end of the row. */
  aside?: ReactNode;
  children?: ReactNode;
}) {
  return (
    <li className="flex items-start justify-between gap-3 border-t border-line py-2 first:border-0 first:pt-0 last:pb-0">
      <div className="min-w-0 flex-1">
        <Link
          href={href}
          className="inline-block min-h-6 font-medium [overflow-wrap:anywhere] hover:underline"
        >
          {title}
        </Link>
        <div className="text-xs text-muted [overflow-wrap:anywhere]">{about}</div>
        {children}
      </div>
      {aside}
    </li>
  );
}

/** The way from a card to all of what it shows the first of. */
export function AllLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link href={href} className="text-xs text-accent underline underline-offset-2">
      {children}
    </Link>
  );
}
