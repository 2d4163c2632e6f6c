"use client";

import { Link } from "./link";

/** The first thing that Tab reaches; leads past the navigation to the element with the id `content`. */
export function SkipLink() {
  return (
    // A plain link would be a step in the history that Back does not come home to; this one leaves the focus to us.
    <Link
      href="#content"
      onClick={() => document.getElementById("content")?.focus()}
      className="sr-only z-50 rounded-md bg-ink text-sm font-medium text-paper focus:not-sr-only focus:fixed focus:top-2 focus:left-1/2 focus:-translate-x-1/2 focus:px-3 focus:py-2"
    >
      Skip to the content
    </Link>
  );
}
