"use client";

import { Monitor, Moon, Sun } from "lucide-react";
import { IconButton } from "./icon-button";
import { Menu, MenuItem } from "./menu";

export const themes = ["system", "light", "dark"] as const;
export type Theme = (typeof themes)[number];

/** Light, dark, or as the system has it. Kept in a cookie, so that the server renders the first paint right. */
export function ThemeToggle() {
  return (
    <Menu
      trigger={
        <IconButton label="Theme">
          <Sun aria-hidden="true" className="size-4 dark:hidden" />
          <Moon aria-hidden="true" className="hidden size-4 dark:block" />
        </IconButton>
      }
    >
      <MenuItem icon={<Sun className="size-4" />} onSelect={() => choose("light")}>
        Light
      </MenuItem>
      <MenuItem icon={<Moon className="size-4" />} onSelect={() => choose("dark")}>
        Dark
      </MenuItem>
      <MenuItem icon={<Monitor className="size-4" />} onSelect={() => choose("system")}>
        As the system
      </MenuItem>
    </Menu>
  );
}

function choose(theme: Theme): void {
  const year = 365 * 24 * 60 * 60;
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser yet
  document.cookie = `theme=${theme}; path=/; max-age=${year}; samesite=lax`;
  const dark = theme === "dark" || (theme === "system" && matchMedia("(prefers-color-scheme: dark)").matches);
  document.documentElement.classList.toggle("dark", dark);
}
