"use client";

import { Menu as MenuIcon } from "lucide-react";
import { type ReactNode, useState } from "react";
import { IconButton } from "./icon-button";
import { Sheet } from "./sheet";

/** The navigation of small screens, behind a button. Choosing a link closes it. */
export function NavigationSheet({ children }: { children: ReactNode }) {
  const [open, setOpen] = useState(false);
  return (
    <Sheet
      side="left"
      title="Go to"
      open={open}
      onOpenChange={setOpen}
      trigger={
        <IconButton label="Open navigation">
          <MenuIcon aria-hidden="true" className="size-5" />
        </IconButton>
      }
    >
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: listens to its links, which are reached and pressed by keyboard */}
      <nav
        aria-label="Workspace"
        className="-mx-2 flex flex-1 flex-col gap-0.5"
        onClick={(event) => {
          if (event.target instanceof Element && event.target.closest("a") !== null) setOpen(false);
        }}
      >
        {children}
      </nav>
    </Sheet>
  );
}
