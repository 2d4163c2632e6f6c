import type { ReactNode } from "react";
import { Logo } from "@/ui/logo";

/** The frame of the pages before a workspace: one column, the mark above. */
export function EntryFrame({
  title,
  lead,
  children,
  foot,
}: {
  title: string;
  lead?: ReactNode;
  children: ReactNode;
  foot?: ReactNode;
}) {
  return (
    <main className="mx-auto grid min-h-dvh w-full max-w-md content-center gap-6 px-4 py-10">
      <div className="grid gap-2">
        <div className="mb-3 flex items-center gap-2 font-semibold">
          <Logo size={26} />
          Phasewise
        </div>
        <h1 className="text-xl font-semibold tracking-tight text-balance">{title}</h1>
        {lead !== undefined && <p className="text-muted">{lead}</p>}
      </div>
      {children}
      {foot !== undefined && <div className="text-sm text-muted">{foot}</div>}
    </main>
  );
}
