import type { ReactNode } from "react";
import { Badge } from "@/ui/badge";
import { Card } from "@/ui/card";

/** One standard of all plans: what it is for, how it stands, and the ways to change it. Links lead to its anchor. */
export function StandardCard({
  anchor,
  title,
  explained,
  isChanged,
  actions,
  children,
}: {
  anchor: string;
  title: string;
  explained: string;
  isChanged: boolean;
  actions: ReactNode;
  children: ReactNode;
}) {
  return (
    <div id={anchor} className="grid scroll-mt-16">
      <Card
        level={3}
        title={title}
        hint={isChanged ? <Badge tone="accent">our own</Badge> : "default"}
        actions={<span className="flex flex-wrap gap-1.5">{actions}</span>}
      >
        <p className="mb-3 max-w-prose text-sm text-muted">{explained}</p>
        {children}
      </Card>
    </div>
  );
}
