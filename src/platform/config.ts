import { resolve } from "node:path";
import { z } from "zod";
import { StartError } from "./start-error";
import { fileTypes } from "./storage/file-types";

function wholeNumber(message: string, min: number, max: number) {
  return z.coerce.number(message).int(message).min(min, message).max(max, message);
}

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
  SMTP_URL: z
    .url({ protocol: /^smtps?$/, error: "should look like smtp://user:password@mail.example.org:587" })
    .optional(),
  MAIL_FROM: z
    .string()
    .regex(
      /^[^<>\r\n]*(<[^@<>\s]+@[^@<>\s]+>|[^@<>\s]+@[^@<>\s]+)$/,
      "should be a sender, like Phasewise <phasewise@example.org>",
    )
    .optional(),
  MAIL_GATHER_SECONDS: z.coerce
    .number("should be a number of seconds")
    .int()
    .min(0)
    .max(3_600, "should be 3600 seconds at most")
    .default(60),
  FILES_MAX_MEGABYTES: wholeNumber("should be a whole number of megabytes from 1 to 500", 1, 500).default(20),
  FILES_QUOTA_MEGABYTES: wholeNumber(
    "should be a whole number of megabytes, at least 1",
    1,
    100_000_000,
  ).default(2_000),
  FILES_TYPES: z
    .string()
    .default(Object.keys(fileTypes).join(","))
    .transform((list) => list.split(",").map((type) => type.trim().toLowerCase()))
    .refine(
      (types) => types.every((type) => Object.hasOwn(fileTypes, type)),
      `should be ends of file names with commas between, out of ${Object.keys(fileTypes).join(",")}`,
    ),
  FILES_S3_BUCKET: z.string().optional(),
  FILES_S3_ENDPOINT: z
    .url({
      protocol: /^https?$/,
      error: "should be the address of an S3-compatible server, like https://s3.example.org",
    })
    .optional(),
  FILES_S3_REGION: z.string().default("us-east-1"),
  FILES_S3_ACCESS_KEY_ID: z.string().optional(),
  FILES_S3_SECRET_ACCESS_KEY: z.string().optional(),
  LOG_LEVEL: z
    .enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"], "should be a pino log level")
    .default("info"),
});

/** The names of everything that can be configured. */
export const variables: readonly string[] = Object.keys(environment.shape);

/** A bucket on an S3-compatible server; without an endpoint at Amazon. */
export type S3Config = {
  readonly bucket: string;
  readonly endpoint: string | null;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
};

export type FilesConfig = {
  readonly maxBytes: number;
  readonly quotaBytes: number;
  /** Ends of names, without the dot. */
  readonly types: readonly string[];
  /** Null: on the disk, in the data folder. */
  readonly s3: S3Config | null;
};

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
  /** How mail goes out; null when no mail server is named, and none is sent. */
  readonly mail: { readonly smtpUrl: string; readonly from: string; readonly gatherMs: number } | null;
  readonly files: FilesConfig;
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
  const { SMTP_URL: smtpUrl, MAIL_FROM: from } = values;
  if (smtpUrl !== undefined && from === undefined) {
    throw new StartError("MAIL_FROM should be set along with SMTP_URL: letters need a sender.");
  }
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
    mail:
      smtpUrl === undefined || from === undefined
        ? null
        : { smtpUrl, from, gatherMs: values.MAIL_GATHER_SECONDS * 1_000 },
    files: {
      maxBytes: values.FILES_MAX_MEGABYTES * 1_000_000,
      quotaBytes: values.FILES_QUOTA_MEGABYTES * 1_000_000,
      types: values.FILES_TYPES,
      s3: s3Of(values),
    },
    logLevel: values.LOG_LEVEL,
    loopbackOnly: ["127.0.0.1", "::1", "localhost"].includes(values.HOST),
  };
}

/** Where people open the app. */
export function publicAddress(config: Config): string {
  return config.publicUrl ?? `http://${config.loopbackOnly ? "localhost" : config.host}:${config.port}`;
}

function s3Of(values: z.output<typeof environment>): S3Config | null {
  const { FILES_S3_BUCKET: bucket, FILES_S3_ACCESS_KEY_ID, FILES_S3_SECRET_ACCESS_KEY } = values;
  if (bucket === undefined) {
    if (values.FILES_S3_ENDPOINT === undefined && FILES_S3_ACCESS_KEY_ID === undefined) return null;
    throw new StartError(
      "FILES_S3_BUCKET should be set too when files are to be kept on an S3-compatible server.",
    );
  }
  if (FILES_S3_ACCESS_KEY_ID === undefined || FILES_S3_SECRET_ACCESS_KEY === undefined) {
    const missing =
      FILES_S3_ACCESS_KEY_ID === undefined ? "FILES_S3_ACCESS_KEY_ID" : "FILES_S3_SECRET_ACCESS_KEY";
    throw new StartError(`${missing} should be set too when FILES_S3_BUCKET is.`);
  }
  return {
    bucket,
    endpoint: values.FILES_S3_ENDPOINT ?? null,
    region: values.FILES_S3_REGION,
    accessKeyId: FILES_S3_ACCESS_KEY_ID,
    secretAccessKey: FILES_S3_SECRET_ACCESS_KEY,
  };
}
