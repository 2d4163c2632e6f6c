"use client";

import { Dialog } from "radix-ui";

/** Around a button inside a dialog: closes it. */
export const DialogClose = Dialog.Close;
