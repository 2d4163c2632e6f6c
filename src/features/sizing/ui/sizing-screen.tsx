"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { ProjectFrame } from "@/features/projects/ui";
import { useTRPC } from "@/platform/trpc/client";
import { drawnFirst } from "@/ui/drawn-first";

/** With both catalogues: the head of the page does not wait for them. */
const Calculators = drawnFirst(() => import("./calculators"));

export function SizingScreen({
  workspace,
  projectKey,
  address,
}: {
  workspace: string;
  projectKey: string;
  /** What the page's address said when it was asked for. */
  address: Readonly<Record<string, string>>;
}) {
  const trpc = useTRPC();
  useSuspenseQuery(trpc.sizing.ofProject.queryOptions({ workspace, projectKey }));
  return (
    <ProjectFrame workspace={workspace} projectKey={projectKey}>
      <Calculators workspace={workspace} projectKey={projectKey} address={address} />
    </ProjectFrame>
  );
}
