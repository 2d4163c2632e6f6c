import type { Metadata } from "next";
import { EntryFrame } from "@/features/accounts/ui/entry-frame";
import { UnsubscribeScreen } from "@/features/attention/ui/unsubscribe-screen";

export const metadata: Metadata = { title: "E-mail", robots: { index: false } };

type Props = { searchParams: Promise<{ state?: string | string[] }> };

export default async function UnsubscribePage({ searchParams }: Props) {
  const { state } = await searchParams;
  if (state === "unknown") {
    return (
      <EntryFrame
        title="This link can't be used"
        lead="It was cut short or is of another server. Open it from the letter again, or change your settings in Phasewise."
      >
        {null}
      </EntryFrame>
    );
  }
  const isStopped = state === "stopped";
  return (
    <EntryFrame
      title={isStopped ? "No more mail" : "Stop this mail?"}
      lead={
        isStopped
          ? "You get no more mail of this workspace. Your inbox in Phasewise goes on, and its settings turn mail on again."
          : "You will get no more mail of the workspace that the letter came from. Your inbox in Phasewise goes on."
      }
    >
      {isStopped ? null : <UnsubscribeScreen />}
    </EntryFrame>
  );
}
