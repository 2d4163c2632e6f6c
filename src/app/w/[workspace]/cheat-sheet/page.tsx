import type { Metadata } from "next";
import { CheatSheetScreen } from "@/features/cheat-sheet/ui/cheat-sheet-screen";

export const metadata: Metadata = { title: "Cheat sheet" };

export default function CheatSheetPage() {
  return <CheatSheetScreen />;
}
