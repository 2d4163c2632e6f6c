/** Ends the session and goes to the sign-in page. */
export async function leave(): Promise<void> {
  // Needed by few visits of a page: loaded when it is.
  const { signOut } = await import("next-auth/react");
  await signOut({ callbackUrl: "/sign-in" });
}
