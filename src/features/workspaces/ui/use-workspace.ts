"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import type { Permission } from "@/platform/permissions";
import { useTRPC } from "@/platform/trpc/client";

/** The workspace of the page and what the person may do in it; loaded by the layout, so it is always there. */
export function useWorkspace(workspace: string) {
  const trpc = useTRPC();
  const { data: frame } = useSuspenseQuery(trpc.workspaces.frame.queryOptions({ workspace }));
  return { ...frame, may: (permission: Permission) => frame.permissions.includes(permission) };
}
