"use client";

import { createContext, useContext } from "react";
import type { RaisedDecision } from "@/planning";

const RaisedContext = createContext<readonly RaisedDecision[]>([]);

export const RaisedProvider = RaisedContext.Provider;

/** Which decisions the brief raises as it is being typed. */
export function useRaised(): readonly RaisedDecision[] {
  return useContext(RaisedContext);
}
