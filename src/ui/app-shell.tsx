"use client";

import { Menu as MenuIcon } from "lucide-react";
import { type ReactNode, useState } from "react";
import { IconButton } from "./icon-button";
import { Sheet } from "./sheet";

/** The frame of every signed-in page: navigation at the side on large screens, behind a button on small ones. */
export function AppShell({
  sidebar,
  topRight,
  title,
  children,
}: {
  /** Rendered at the side, and in the sheet of small screens. */
  sidebar: ReactNode;
  topRight?: ReactNode;
  /** Stands in the bar of small screens. */
  title: ReactNode;
  children: ReactNode;
}) {
  const [open, setOpen] = useState(false);
  return (
    <div className="min-h-dvh lg:grid lg:grid-cols-[224px_minmax(0,1fr)]">
      <a
        href="#content"
        className="sr-only z-50 rounded-md bg-ink px-3 py-2 text-paper focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
      >
        Skip to the content
      </a>
      <nav
        aria-label="Workspace"
        className="sticky top-0 hidden h-dvh flex-col gap-0.5 overflow-y-auto border-r border-line px-3 py-4 lg:flex"
      >
        {sidebar}
      </nav>
      <div className="sticky top-0 z-30 flex items-center gap-2 border-b border-line bg-paper px-3 py-2 lg:hidden">
        <Sheet
          side="left"
          title="Workspace"
          open={open}
          onOpenChange={setOpen}
          trigger={
            <IconButton label="Open navigation">
              <MenuIcon aria-hidden="true" className="size-5" />
            </IconButton>
          }
        >
          {/* A link chosen in the sheet closes it. */}
          {/* biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useKeyWithClickEvents: listens to its links, which are reached and pressed by keyboard */}
          <div
            onClick={(event) => {
              if (event.target instanceof Element && event.target.closest("a") !== null) setOpen(false);
            }}
          >
            <nav aria-label="Workspace" className="flex flex-col gap-0.5">
              {sidebar}
            </nav>
          </div>
        </Sheet>
        <span className="min-w-0 flex-1 truncate font-semibold">{title}</span>
        {topRight}
      </div>
      <div className="min-w-0">
        {topRight !== undefined && (
          <div className="pointer-events-none sticky top-0 z-20 hidden h-0 justify-end px-7 pt-2 lg:flex">
            <div className="pointer-events-auto h-fit">{topRight}</div>
          </div>
        )}
        <main id="content" tabIndex={-1} className="min-w-0 px-4 pt-4 pb-12 outline-none sm:px-7 lg:pt-5">
          {children}
        </main>
      </div>
    </div>
  );
}
