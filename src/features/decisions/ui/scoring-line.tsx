"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { useTRPC } from "@/platform/trpc/client";
import { Link } from "@/ui/link";

/** Scoring in one line, and the way to it. */
export function ScoringLine(which: { workspace: string; projectKey: string; number: number }) {
  const { data } = useSuspenseQuery(useTRPC().scoring.result.queryOptions(which));
  const { workspace, projectKey, number } = which;
  return (
    <p className="text-sm">
      <Link
        href={`/w/${workspace}/projects/${projectKey}/decisions/${number}/scoring`}
        className="text-accent underline underline-offset-2"
      >
        Scoring
      </Link>{" "}
      {data.text}
    </p>
  );
}
