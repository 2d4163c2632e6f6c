import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";

/**
 * Stands between the app and its database. While stalled it behaves like a host that has hung: connections are accepted and stay
 * open, and nothing comes back.
 */
export async function stallingProxy(databaseUrl: string) {
  const target = new URL(databaseUrl);
  const pairs = new Set<readonly [Socket, Socket]>();
  let stalled = false;

  const server = createServer((near) => {
    const far = connect(Number(target.port), target.hostname);
    const pair = [near, far] as const;
    pairs.add(pair);
    near.pipe(far);
    far.pipe(near);
    if (stalled) for (const socket of pair) socket.pause();
    for (const socket of pair) {
      socket.on("error", () => {});
      socket.on("close", () => {
        pairs.delete(pair);
        for (const other of pair) other.destroy();
      });
    }
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The proxy listens on no port.");
  const url = new URL(databaseUrl);
  url.hostname = "127.0.0.1";
  url.port = String(address.port);

  return {
    url: url.href,
    stall(): void {
      stalled = true;
      for (const socket of [...pairs].flat()) socket.pause();
    },
    resume(): void {
      stalled = false;
      for (const socket of [...pairs].flat()) socket.resume();
    },
    async close(): Promise<void> {
      for (const socket of [...pairs].flat()) socket.destroy();
      server.close();
      await once(server, "close");
    },
  };
}
