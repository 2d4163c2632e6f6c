import { resolve } from "node:path";
import { z } from "zod";
import { StartError } from "./start-error";

const environment = z.object({
  NODE_ENV: z.enum(["development", "production", "test"]).default("production"),
  PHASEWISE_DEV: z.literal("1").optional(),
  HOST: z
    .string()
    .min(1, "should be an address to listen on, like 127.0.0.1 or 0.0.0.0")
    .default("127.0.0.1"),
  PORT: z.coerce
    .number("should be a port number")
    .int()
    .min(0)
    .max(65_535, "should be a port number up to 65535")
    .default(3000),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/, error: "should be the address people open, like https://plan.example.org" })
    .optional(),
  PHASEWISE_DATA_DIR: z.string().min(1, "should be a folder").default(".data"),
  DATABASE_URL: z
    .url({
      protocol: /^postgres(ql)?$/,
      error: "should look like postgresql://user:password@host:5432/database",
    })
    .optional(),
  DATABASE_POOL_SIZE: z.coerce.number("should be a number of connections").int().min(2).max(200).default(10),
  AUTH_SECRET: z.string().min(32, "should be at least 32 random characters").optional(),
  PHASEWISE_SAMPLE: z.enum(["auto", "on", "off"], "should be auto, on or off").default("auto"),
  TRUST_PROXY: z.enum(["on", "off"], "should be on or off").default("off"),
  LOG_LEVEL: z
    .enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"], "should be a pino log level")
    .default("info"),
});

/** The names of everything that can be configured. */
export const variables: readonly string[] = Object.keys(environment.shape);

export type Config = {
  readonly development: boolean;
  readonly host: string;
  readonly port: number;
  /** Where people open the app; the scheme decides whether cookies are secure. */
  readonly publicUrl: string | null;
  readonly dataDir: string;
  readonly databaseUrl: string | null;
  readonly databasePoolSize: number;
  readonly authSecret: string | null;
  readonly sample: "auto" | "on" | "off";
  /** Whether X-Forwarded-For is written by a proxy of ours and may be believed. */
  readonly trustProxy: boolean;
  readonly logLevel: string;
  /** True when only this machine can reach the server. */
  readonly loopbackOnly: boolean;
};

/** Reads the configuration once, at the start. A bad value is a StartError that names the variable and what it should be. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value !== ""),
  );
  const parsed = environment.safeParse(given);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new StartError(
      `${issue?.path.join(".") ?? "The environment"} ${issue?.message ?? "is not valid"}.`,
    );
  }
  const values = parsed.data;
  return {
    development: values.PHASEWISE_DEV === "1",
    host: values.HOST,
    port: values.PORT,
    publicUrl: values.PUBLIC_URL?.replace(/\/+$/, "") ?? null,
    dataDir: resolve(values.PHASEWISE_DATA_DIR),
    databaseUrl: values.DATABASE_URL ?? null,
    databasePoolSize: values.DATABASE_POOL_SIZE,
    authSecret: values.AUTH_SECRET ?? null,
    sample: values.PHASEWISE_SAMPLE,
    trustProxy: values.TRUST_PROXY === "on",
    logLevel: values.LOG_LEVEL,
    loopbackOnly: ["127.0.0.1", "::1", "localhost"].includes(values.HOST),
  };
}
