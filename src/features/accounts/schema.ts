import { z } from "zod";
import { lineText, mutationId } from "@/platform/schema";

const email = z
  .email("Please give an e-mail address, like ada@example.org.")
  .max(254, "Please keep this within 254 characters.");

const newPassword = z
  .string()
  .min(10, "Please use at least 10 characters.")
  .max(1_000, "Please keep this within 1,000 characters.");

export const registerInput = z.strictObject({ email, name: lineText(80), password: newPassword });

export const renameInput = z.strictObject({ mutationId, name: lineText(80) });

export const changePasswordInput = z.strictObject({
  mutationId,
  currentPassword: z.string().min(1, "Please fill this in.").max(1_000),
  password: newPassword,
});

export const endSessionsInput = z.strictObject({ mutationId });
