"use client";

import clsx from "clsx";
import { SmilePlus } from "lucide-react";
import { refusalOf, useApi } from "@/platform/trpc/client";
import { useSubmit } from "@/platform/trpc/submit";
import { IconButton } from "@/ui/icon-button";
import { Menu, MenuItem } from "@/ui/menu";
import { toast } from "@/ui/toast";
import { type Reaction, reactionSigns, reactions } from "../comment-rules";
import type { ShownComment } from "../queries";

type Props = {
  workspace: string;
  comment: Pick<ShownComment, "id" | "authorName" | "reactions">;
};

/** Adds one's own reaction, or takes it back. */
function useReact({ workspace, comment }: Props) {
  const api = useApi();
  const { submit } = useSubmit(async (input: Parameters<typeof api.comments.react.mutate>[0]) => {
    try {
      await api.comments.react.mutate(input);
    } catch (error) {
      toast.error(refusalOf(error).message);
    }
  });
  const mine = new Set(comment.reactions.filter((one) => one.mine).map((one) => one.emoji));
  const toggle = (emoji: Reaction) => {
    const which = { workspace, commentId: comment.id, emoji, on: !mine.has(emoji) };
    void submit((mutationId) => ({ ...which, mutationId }));
  };
  return { mine, toggle };
}

/** Who reacted how; a press adds or takes back one's own. */
export function ReactionBar({ mayReact, ...props }: Props & { mayReact: boolean }) {
  const { toggle } = useReact(props);
  if (props.comment.reactions.length === 0) return null;
  return (
    <div className="mt-1 flex flex-wrap items-center gap-1">
      {props.comment.reactions.map(({ emoji, names, mine }) => {
        const { sign, words } = reactionSigns[emoji];
        return (
          <button
            key={emoji}
            type="button"
            aria-pressed={mine}
            aria-label={`${words}: ${names.join(", ")}`}
            title={`${words}: ${names.join(", ")}`}
            disabled={!mayReact}
            onClick={() => toggle(emoji)}
            className={clsx(
              "inline-flex h-6 items-center gap-1 rounded-full border px-1.5 text-xs tabular-nums pointer-coarse:h-9 pointer-coarse:px-2.5",
              mine ? "border-accent bg-accent-soft text-accent" : "border-line bg-surface text-muted",
            )}
          >
            <span aria-hidden="true">{sign}</span>
            {names.length}
          </button>
        );
      })}
    </div>
  );
}

/** The reactions there are, to choose from. */
export function ReactMenu(props: Props) {
  const { mine, toggle } = useReact(props);
  return (
    <Menu
      trigger={
        <IconButton label={`React to the comment by ${props.comment.authorName}`} size="sm">
          <SmilePlus aria-hidden="true" className="size-4" />
        </IconButton>
      }
    >
      {reactions.map((emoji) => (
        <MenuItem key={emoji} onSelect={() => toggle(emoji)}>
          <span aria-hidden="true">{reactionSigns[emoji].sign}</span> {reactionSigns[emoji].words}
          {mine.has(emoji) && <span className="text-muted"> (take back)</span>}
        </MenuItem>
      ))}
    </Menu>
  );
}
