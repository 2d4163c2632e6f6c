import type { Metadata } from "next";
import { EntryFrame } from "@/features/accounts/ui/entry-frame";
import { UnsubscribeScreen } from "@/features/attention/ui/unsubscribe-screen";

export const metadata: Metadata = { title: "E-mail", robots: { index: false } };

type Props = {
  params: Promise<{ token: string }>;
  searchParams: Promise<{ state?: string | string[] }>;
};

export default async function UnsubscribePage({ params, searchParams }: Props) {
  const [{ token }, { state }] = await Promise.all([params, searchParams]);
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
  const words = token.split(".").length > partsOfAllMail ? ofOneView : ofAllMail;
  return (
    <EntryFrame
      title={isStopped ? "No more mail" : "Stop this mail?"}
      lead={isStopped ? words.stopped : words.before}
    >
      {isStopped ? null : <UnsubscribeScreen />}
    </EntryFrame>
  );
}

/** A token names one thing more when it is of one view's letters (platform/mail/unsubscribe.ts). */
const partsOfAllMail = 3;

const ofAllMail = {
  before:
    "You will get no more mail of the workspace that the letter came from, scheduled views included. Your inbox in Phasewise goes on.",
  stopped:
    "You get no more mail of this workspace. Your inbox in Phasewise goes on, and its settings turn mail on again.",
};

const ofOneView = {
  before: "You will get no more letters of this view. Other mail goes on.",
  stopped: "You get no more letters of this view. Other mail goes on.",
};
