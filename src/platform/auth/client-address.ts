import type { IncomingMessage } from "node:http";

/** The address a request comes from. A forwarded address is believed only from a proxy that the configuration trusts. */
export function clientAddress(req: IncomingMessage, trustProxy: boolean): string {
  const forwarded = trustProxy ? req.headers["x-forwarded-for"] : undefined;
  // The last entry is the one our own proxy wrote; earlier ones are the client's word.
  const last = (Array.isArray(forwarded) ? forwarded.at(-1) : forwarded)?.split(",").at(-1)?.trim();
  return last !== undefined && last !== "" ? last : (req.socket.remoteAddress ?? "unknown");
}
