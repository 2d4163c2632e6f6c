"use client";

import { Button } from "@/ui/button";

export default function PageError({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return (
    <main className="mx-auto grid max-w-md justify-items-center gap-3 px-4 py-24 text-center">
      <h1 className="text-xl font-semibold">This page could not be shown</h1>
      <p className="text-muted">
        Nothing was lost. The server may be busy or its database out of reach; please try again in a moment.
        {error.digest !== undefined && ` The error has the id ${error.digest} in the server's log.`}
      </p>
      <Button variant="primary" onClick={reset}>
        Try again
      </Button>
    </main>
  );
}
