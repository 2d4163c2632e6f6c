/**
 * How a page that Next renders reaches the API: main registers one function in the process, and Next's bundle, which holds
 * no server code of ours, finds it there. Errors cross as data, since the two bundles do not share classes.
 */
export type OpenInProcess = (cookie: string | undefined, clientAddress: string) => InProcessRequest;

/** The calls of one page: they share who asks and the workspace as it was opened. */
export type InProcessRequest = {
  readonly call: (procedure: {
    readonly path: string;
    readonly type: "query" | "mutation";
    readonly input: unknown;
  }) => Promise<InProcessAnswer>;
  /** Where the workspace's log stood before anything of it was read; null when nothing was. */
  readonly position: () => number | null;
};

export type InProcessAnswer =
  | { readonly ok: true; readonly data: unknown }
  | { readonly ok: false; readonly shape: TransportErrorShape };

export type TransportErrorShape = {
  readonly message: string;
  readonly code: number;
  readonly data: { readonly code: string; readonly httpStatus: number; readonly [key: string]: unknown };
};

const registered = Symbol.for("phasewise.in-process");

export function registerInProcess(open: OpenInProcess): void {
  Reflect.set(globalThis, registered, open);
}

export function openInProcess(cookie: string | undefined, clientAddress: string): InProcessRequest {
  const open: OpenInProcess | undefined = Reflect.get(globalThis, registered);
  if (open === undefined) throw new Error("The API is not registered: start the app through its main entry.");
  return open(cookie, clientAddress);
}
