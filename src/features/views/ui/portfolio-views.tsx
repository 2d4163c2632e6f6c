"use client";

import { drawnFirst } from "@/ui/drawn-first";

/** The saved views above the portfolio: drawn with the page, alive once their own code has come. */
export const PortfolioViews = drawnFirst(() => import("./view-bar"));
