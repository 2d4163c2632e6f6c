import { randomUUID } from "node:crypto";
import { TRPCError } from "@trpc/server";
import type { Logger } from "pino";
import { ZodError, z } from "zod";
import { AppError, type AppErrorKind } from "../errors";

const transportCodes = {
  INVALID: "BAD_REQUEST",
  UNAUTHENTICATED: "UNAUTHORIZED",
  FORBIDDEN: "FORBIDDEN",
  NOT_FOUND: "NOT_FOUND",
  CONFLICT: "CONFLICT",
  TOO_MANY_REQUESTS: "TOO_MANY_REQUESTS",
  UNAVAILABLE: "SERVICE_UNAVAILABLE",
} as const satisfies Record<AppErrorKind, TRPCError["code"]>;

/** What a client may know of an error beside its message. */
export type ErrorDescription = {
  /** Stable, for programs to switch on. */
  readonly appCode: string;
  /** Messages per field of the input. */
  readonly fieldErrors: Readonly<Record<string, readonly string[]>>;
  readonly details: Readonly<Record<string, unknown>>;
};

/** Errors we raised keep their sentence; an unknown one is logged under an id and shows nothing but that id. */
export function toTransportError(error: TRPCError, path: string, log: Logger): TRPCError {
  const { cause } = error;
  if (cause instanceof AppError) {
    return new TRPCError({ code: transportCodes[cause.kind], message: cause.message, cause });
  }
  if (error.code !== "INTERNAL_SERVER_ERROR") return error;
  const errorId = randomUUID();
  log.error({ err: cause ?? error, errorId, path }, "A procedure failed");
  const lost = isDatabaseLost(cause);
  const shown = new AppError(
    "UNAVAILABLE",
    lost ? "DATABASE_UNREACHABLE" : "UNEXPECTED",
    lost
      ? "The database cannot be reached right now. Nothing was changed; please try again in a moment."
      : `Something went wrong on our side. The error has the id ${errorId} in the server's log.`,
    { errorId },
  );
  return new TRPCError({
    code: lost ? "SERVICE_UNAVAILABLE" : "INTERNAL_SERVER_ERROR",
    message: shown.message,
    cause: shown,
  });
}

export function describeError(error: TRPCError): ErrorDescription {
  const { cause } = error;
  if (cause instanceof AppError) {
    const fields = z.record(z.string(), z.array(z.string())).safeParse(cause.details.fieldErrors);
    return { appCode: cause.code, fieldErrors: fields.success ? fields.data : {}, details: cause.details };
  }
  if (cause instanceof ZodError) {
    return { appCode: "INVALID_INPUT", fieldErrors: perField(cause), details: {} };
  }
  return { appCode: error.code, fieldErrors: {}, details: {} };
}

function perField(error: ZodError): Record<string, string[]> {
  const fields: Record<string, string[]> = {};
  for (const issue of error.issues) {
    const field = issue.path.join(".");
    fields[field] = [...(fields[field] ?? []), issue.message];
  }
  return fields;
}

function isDatabaseLost(cause: unknown): boolean {
  const text = cause instanceof Error ? `${"code" in cause ? cause.code : ""} ${cause.message}` : "";
  return /P1001|P1002|P1008|P1017|P2024|ECONNREFUSED|ECONNRESET|57P0[123]|Connection terminated|Can't reach database|timeout exceeded when trying to connect|does not answer|not queryable/i.test(
    text,
  );
}
