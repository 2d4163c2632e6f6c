"use client";

import { onDemand, useOnDemand } from "@/ui/on-demand";
import type { SubscriptionSubject } from "./subject";

export type FollowProps = {
  workspace: string;
  subject: SubscriptionSubject;
  what: "project" | "phase" | "decision";
};

const bell = onDemand(() => import("./follow-bell"));

/** Whether one hears of a project, a phase or a decision. It comes when the page is alive, into a place of its size. */
export function FollowMenu(props: FollowProps) {
  const { Component } = useOnDemand(bell, true);
  return (
    <span className="grid size-8 pointer-coarse:size-10">
      {Component !== null && <Component {...props} />}
    </span>
  );
}
