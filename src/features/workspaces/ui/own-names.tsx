"use client";

import { createContext, useContext } from "react";
import { type TechniqueId, techniqueNames } from "@/planning";

const Names = createContext<Readonly<Record<string, string>>>({});

/** Lets every screen of the workspace call things as the workspace does. */
export const OwnNames = Names.Provider;

/** How the workspace calls a technique, and a task of its own: null where it has none of that key. */
export function useNames() {
  const own = useContext(Names);
  return {
    techniqueName: (id: TechniqueId): string => own[id] ?? techniqueNames[id].name,
    ownTaskName: (key: string): string | null => own[key] ?? null,
  };
}
