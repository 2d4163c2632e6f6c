import { once } from "node:events";
import type { Server } from "node:http";
import { StartError } from "./start-error";

/** Ends what the process started, in reverse order, once: on Ctrl-C, on a stop signal, or when the start fails. */
export class Shutdown {
  readonly #endings: (() => Promise<unknown>)[] = [];
  #ending: Promise<void> | null = null;

  onEnd(end: () => Promise<unknown>): void {
    this.#endings.push(end);
  }

  /** Listens, and stops listening first when the end comes: open requests may finish, live streams are cut. */
  async serve(server: Server, address: { host: string; port: number }): Promise<void> {
    server.listen(address.port, address.host);
    try {
      await once(server, "listening");
    } catch (error) {
      throw new StartError(whyNotListening(error, address));
    }
    this.onEnd(async () => {
      const closed = once(server, "close");
      server.close();
      server.closeIdleConnections();
      const cut = setTimeout(() => server.closeAllConnections(), 1_000);
      await closed;
      clearTimeout(cut);
    });
  }

  end(): Promise<void> {
    this.#ending ??= this.#endAll();
    return this.#ending;
  }

  async #endAll(): Promise<void> {
    for (const end of this.#endings.reverse()) {
      await end().catch((error: unknown) => console.error("Something did not end cleanly:", error));
    }
  }
}

function whyNotListening(error: unknown, { host, port }: { host: string; port: number }): string {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "EADDRINUSE") {
    return `Port ${port} is taken by another program; stop that one or choose another port, like PORT=${port + 1} npm start.`;
  }
  if (code === "EACCES")
    return `Port ${port} needs more rights than this user has; choose a port above 1023.`;
  if (code === "EADDRNOTAVAIL") return `HOST is ${host}, which is not an address of this machine.`;
  return `The server cannot listen on ${host}:${port} (${String(code ?? error)}).`;
}
