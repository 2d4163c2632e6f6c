"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { Bell, BellOff, BellRing } from "lucide-react";
import { useApi, useTRPC } from "@/platform/trpc/client";
import { useSubmit } from "@/platform/trpc/submit";
import { IconButton } from "@/ui/icon-button";
import { Menu, MenuChoices, MenuLabel } from "@/ui/menu";
import type { FollowProps } from "./follow-menu";

export default function FollowBell({ workspace, subject, what }: FollowProps) {
  const api = useApi();
  const trpc = useTRPC();
  const { data } = useSuspenseQuery(trpc.attention.subscription.queryOptions({ workspace, subject }));
  const { submit } = useSubmit(api.attention.subscribe.mutate);
  const deed = data.choice === "muted" ? "muted" : data.hears ? "follow" : "don’t follow";
  const Icon = data.choice === "muted" ? BellOff : data.hears ? BellRing : Bell;
  return (
    <Menu
      trigger={
        <IconButton label={`Notifications: you ${deed} this ${what}`}>
          <Icon aria-hidden="true" className="size-4" />
        </IconButton>
      }
    >
      <MenuLabel>{`News of this ${what}`}</MenuLabel>
      <MenuChoices
        label="News"
        value={data.choice}
        choices={[
          { value: "automatic", label: "By itself: while you take part" },
          { value: "following", label: "Follow: everything that happens" },
          { value: "muted", label: "Mute: only mentions and tasks" },
        ]}
        onChange={(choice) => void submit((mutationId) => ({ workspace, mutationId, subject, choice }))}
      />
    </Menu>
  );
}
