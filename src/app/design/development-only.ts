import { notFound } from "next/navigation";

/** The design pages are for who builds Phasewise; a served copy has none. */
export function developmentOnly(): void {
  if (process.env.NODE_ENV !== "development") notFound();
}
