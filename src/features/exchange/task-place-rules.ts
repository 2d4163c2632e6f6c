import { digest } from "lib0/hash/sha256";
import type { TechniqueId } from "@/planning";

const ownKey = /^([a-z0-9-]+)\/own-[a-z0-9-]{1,60}$/;

/**
 * The key under which a row becomes a task of the project's own: its own where it came from here; otherwise one that follows from what
 * the file calls it, so that the same file brought in again changes the task it made, and makes no second one.
 */
export function newTaskKey(projectId: string, technique: TechniqueId, ref: string): string {
  if (ownKey.exec(ref)?.[1] === technique) return ref;
  const bytes = digest(new TextEncoder().encode(`${projectId} ${ref.toLowerCase()}`));
  const hex = [...bytes.slice(0, 6)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return `${technique}/own-${hex}`;
}
