"use client";

import { Monitor, Moon, Sun } from "lucide-react";
import { useState } from "react";
import { IconButton } from "./icon-button";
import { Menu, MenuChoices } from "./menu";

export type Theme = "light" | "dark" | "system";

/**
 * Light, dark, or as the system has it: one class on <html>, which globals.css knows. Kept in the cookie `theme`, so that the
 * server can render that class and the first paint is right without a script.
 */
export function ThemeToggle() {
  const [theme, setTheme] = useState<Theme | null>(null);
  return (
    <Menu
      onOpenChange={(open) => open && setTheme(current())}
      trigger={
        <IconButton label="Theme">
          <Sun aria-hidden="true" className="size-4 dark:hidden" />
          <Moon aria-hidden="true" className="hidden size-4 dark:block" />
        </IconButton>
      }
    >
      <MenuChoices label="Theme" value={theme} choices={choices} onChange={choose} />
    </Menu>
  );
}

const choices = [
  { value: "light", label: "Light", icon: <Sun aria-hidden="true" className="size-4" /> },
  { value: "dark", label: "Dark", icon: <Moon aria-hidden="true" className="size-4" /> },
  { value: "system", label: "As the system", icon: <Monitor aria-hidden="true" className="size-4" /> },
] as const;

function current(): Theme {
  const kept = /(?:^|;\s*)theme=(light|dark)/.exec(document.cookie)?.[1];
  return kept === "light" || kept === "dark" ? kept : "system";
}

function choose(theme: Theme): void {
  const year = 365 * 24 * 60 * 60;
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser yet
  document.cookie = `theme=${theme}; path=/; max-age=${year}; samesite=lax`;
  const classes = document.documentElement.classList;
  classes.remove("light", "dark", "system");
  classes.add(theme);
}
