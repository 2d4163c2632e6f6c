/**
 * How a page that Next renders reaches the API: main registers one function in the process, and Next's bundle, which holds
 * no server code of ours, finds it there. Errors cross as data, since the two bundles do not share classes.
 */
export type InProcessCall = (request: {
  readonly path: string;
  readonly type: "query" | "mutation";
  readonly input: unknown;
  readonly cookie: string | undefined;
}) => Promise<InProcessAnswer>;

export type InProcessAnswer =
  | { readonly ok: true; readonly data: unknown }
  | { readonly ok: false; readonly shape: TransportErrorShape };

export type TransportErrorShape = {
  readonly message: string;
  readonly code: number;
  readonly data: { readonly code: string; readonly httpStatus: number; readonly [key: string]: unknown };
};

const registered = Symbol.for("phasewise.in-process-call");

export function registerInProcessCall(call: InProcessCall): void {
  Reflect.set(globalThis, registered, call);
}

export function inProcessCall(): InProcessCall {
  const call: InProcessCall | undefined = Reflect.get(globalThis, registered);
  if (call === undefined) throw new Error("The API is not registered: start the app through its main entry.");
  return call;
}
