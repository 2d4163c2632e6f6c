"use client";

import { useNames } from "@/features/workspaces/ui";
import { type TechniqueId, techniqueNames } from "@/planning";

/** What the workspace calls a technique, in a sentence. */
export function TechniqueList({ ids }: { ids: readonly TechniqueId[] }) {
  const { techniqueName } = useNames();
  return ids.map(techniqueName).join(", ");
}

/** The workspace's own name below the published one; nothing where it has none. */
export function CalledHere({ id }: { id: TechniqueId }) {
  const name = useNames().techniqueName(id);
  if (name === techniqueNames[id].name) return null;
  return <span className="block text-xs font-normal text-muted">here: {name}</span>;
}
