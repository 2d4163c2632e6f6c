import { bundle, run } from "./bundled-process";

export type ApiServer = Awaited<ReturnType<typeof startApiServer>>;

/** Servers of the API alone, each in a process of its own, over one database. */
export async function startApiServers(databaseUrl: string, count: number): Promise<ApiServer[]> {
  const script = await bundle("tests/support/api-process.ts", "api-process");
  return await Promise.all(Array.from({ length: count }, () => startApiServer(script, databaseUrl)));
}

async function startApiServer(script: string, databaseUrl: string) {
  const process = run(script, [], {
    DATABASE_URL: databaseUrl,
    AUTH_SECRET: "a secret that all server processes of a test share",
    LOG_LEVEL: "error",
  });
  const [, url = ""] = await process.said(/listening on (\S+) \./);
  return {
    url,
    stop: async () => {
      process.child.kill("SIGKILL");
      await process.ended();
    },
  };
}
