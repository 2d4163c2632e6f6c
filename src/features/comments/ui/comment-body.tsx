"use client";

import { createContext, type ReactNode, useContext } from "react";
import { DecisionDiamond } from "@/ui/glyphs/decision-diamond";
import { Link } from "@/ui/link";
import { Markdown } from "@/ui/markdown";
import { mentionAt } from "@/ui/mentions";
import type { Mentions } from "../queries";

type Known = { readonly workspace: string; readonly mentions: Mentions };

const KnownContext = createContext<Known>({ workspace: "", mentions: {} });

/** What the mentions in the comments below lead to. */
export const MentionsKnown = KnownContext;

/** What somebody wrote, with what it mentions as chips. */
export function CommentBody({ text }: { text: string }) {
  return (
    <div dir="auto">
      <Markdown text={text} link={mentionChip} />
    </div>
  );
}

/** A chip for what is mentioned; null for a link that is none. */
function mentionChip(address: string, name: ReactNode): ReactNode {
  return address.startsWith("mention:") ? <MentionChip address={address} name={name} /> : null;
}

function MentionChip({ address, name }: { address: string; name: ReactNode }) {
  const { workspace, mentions } = useContext(KnownContext);
  const mention = mentionAt(address);
  const target = mention === null ? undefined : mentions[`${mention.kind}/${mention.id}`];
  // What is not there, or not for this reader, is a name like any other word.
  if (target === undefined) return <bdi>{name}</bdi>;
  return (
    <Link
      href={`/w/${workspace}/${target.path}`}
      title={target.title}
      className="inline-flex max-w-full items-center gap-1 rounded bg-accent-soft px-1 align-baseline text-accent no-underline! hover:underline!"
    >
      {target.state !== null && (
        <DecisionDiamond
          open={target.state === "open"}
          superseded={target.state === "superseded"}
          size={9}
          label={null}
        />
      )}
      <bdi>{name}</bdi>
      {target.state !== null && <span className="sr-only">, {target.state}</span>}
    </Link>
  );
}
