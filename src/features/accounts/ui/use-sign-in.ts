"use client";

import { useState } from "react";

/** Signs in and goes on, with a whole page load so that nothing of an earlier session stays. */
export function useSignIn(next: string) {
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const enter = async (email: string, password: string) => {
    setPending(true);
    const answer = await askToEnter(email, password).catch(() => undefined);
    if (answer?.ok === true) {
      window.location.assign(next);
      return;
    }
    setPending(false);
    setError(explain(answer?.error));
  };
  return { enter, pending, error };
}

async function askToEnter(email: string, password: string) {
  const { signIn } = await import("next-auth/react");
  return await signIn("credentials", { email, password, redirect: false });
}

function explain(error: string | null | undefined): string {
  if (error === undefined || error === null) return "The server could not be reached. Please try again.";
  if (error === "CredentialsSignin") return "The e-mail address or the password is wrong.";
  return error;
}

/** Only addresses of our own: a link must not lead elsewhere after signing in. */
export function ownAddress(next: string | undefined): string {
  return next !== undefined && /^\/(?![/\\])/.test(next) ? next : "/";
}
