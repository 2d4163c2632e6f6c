"use client";

import type { DropdownMenu } from "radix-ui";
import { createContext, use } from "react";

/** The primitives of an open menu, handed to its entries by the panel that loaded them. */
export const MenuParts = createContext<typeof DropdownMenu | null>(null);

export function useMenuParts(): typeof DropdownMenu {
  const parts = use(MenuParts);
  if (parts === null) throw new Error("An entry of a menu stands inside a Menu.");
  return parts;
}
