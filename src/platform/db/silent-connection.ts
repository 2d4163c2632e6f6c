import { Socket } from "node:net";
import type { Client } from "pg";

const longestSilenceMs = 10_000;

/**
 * Ends the connection when the database has left a statement without an answer for 10 seconds: whoever waits for it is told, and
 * a pool makes a new connection. A connection that waits for us, idle or within a transaction, may be silent as long as it likes.
 */
export function endWhenSilent(client: Client): void {
  const { stream } = client.connection;
  if (!(stream instanceof Socket)) return;
  let answeredUpTo = stream.bytesWritten;
  stream.on("data", () => {
    answeredUpTo = stream.bytesWritten;
  });
  stream.setTimeout(longestSilenceMs, () => {
    if (stream.bytesWritten > answeredUpTo) stream.destroy(new Error("The database does not answer."));
  });
}
