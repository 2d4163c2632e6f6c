import type { Metadata } from "next";
import { SettingsScreen } from "@/features/workspaces/ui/settings-screen";

export const metadata: Metadata = { title: "Settings" };

export default async function SettingsPage({ params }: { params: Promise<{ workspace: string }> }) {
  const { workspace } = await params;
  return <SettingsScreen workspace={workspace} />;
}
