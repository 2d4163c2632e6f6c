import clsx from "clsx";
import { CircleCheck, Info, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";

export type CalloutTone = "info" | "warn" | "ok";

export function Callout({
  tone = "info",
  title,
  children,
}: {
  tone?: CalloutTone;
  title?: ReactNode;
  children?: ReactNode;
}) {
  const { Icon, classes } = tones[tone];
  return (
    <div className={clsx("flex items-start gap-2.5 rounded-lg px-3.5 py-3 text-sm", classes)}>
      <Icon aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
      <div className="min-w-0 text-ink">
        {title !== undefined && <p className="font-medium">{title}</p>}
        {children !== undefined && <div className={clsx(title !== undefined && "mt-0.5")}>{children}</div>}
      </div>
    </div>
  );
}

const tones = {
  info: { Icon: Info, classes: "bg-accent-soft text-accent" },
  warn: { Icon: TriangleAlert, classes: "bg-warn-soft text-warn" },
  ok: { Icon: CircleCheck, classes: "bg-ok-soft text-ok" },
} satisfies Record<CalloutTone, object>;
