"use client";

import { drawnFirst } from "@/ui/drawn-first";

export const Discussion = drawnFirst(() => import("./discussion"));
export const ContextTools = drawnFirst(() => import("./context-tools"));
