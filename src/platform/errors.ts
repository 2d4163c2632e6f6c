/** What kind of refusal an error is; mapped once, at the edge, to the code of the transport. */
export type AppErrorKind =
  | "INVALID"
  | "UNAUTHENTICATED"
  | "FORBIDDEN"
  | "NOT_FOUND"
  | "CONFLICT"
  | "TOO_MANY_REQUESTS"
  | "UNAVAILABLE";

/**
 * A refusal a person can act on: `message` says what to do, `code` is stable for programs, `details` is JSON that the
 * caller may see (for a stale write: the current record).
 */
export class AppError extends Error {
  override readonly name = "AppError";

  constructor(
    readonly kind: AppErrorKind,
    readonly code: string,
    message: string,
    readonly details: Readonly<Record<string, unknown>> = {},
  ) {
    super(message);
  }
}

export function signInFirst(): AppError {
  return new AppError("UNAUTHENTICATED", "SIGN_IN_FIRST", "Please sign in first.");
}

/** What the caller may not see does not exist for the caller. */
export function notFound(what: string): AppError {
  return new AppError("NOT_FOUND", "NOT_FOUND", `This ${what} does not exist, or you have no access to it.`);
}

/** The record changed since the caller read it; `current` is how it stands now. */
export function staleVersion(what: string, current: unknown): AppError {
  return new AppError(
    "CONFLICT",
    "STALE_VERSION",
    `Somebody else changed this ${what} meanwhile. Compare both versions and save again.`,
    { current },
  );
}

export function invalid(code: string, message: string, field?: string): AppError {
  return new AppError(
    "INVALID",
    code,
    message,
    field === undefined ? {} : { fieldErrors: { [field]: [message] } },
  );
}
