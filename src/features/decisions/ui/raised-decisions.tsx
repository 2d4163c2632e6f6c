"use client";

import { drawnFirst } from "@/ui/drawn-first";

/** What the brief of a project calls to be decided. */
export const RaisedDecisions = drawnFirst(() => import("./raised-list"));
