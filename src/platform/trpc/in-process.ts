import {
  type AnyTRPCRouter,
  callTRPCProcedure,
  getTRPCErrorFromUnknown,
  getTRPCErrorShape,
} from "@trpc/server";
import type { Context } from "./context";
import { registerInProcess } from "./in-process-call";

/** Offers the API to the pages of this process, without HTTP between. */
export function offerInProcess(
  router: AnyTRPCRouter,
  contextOf: (cookie: string | undefined, clientAddress: string) => Context,
): void {
  registerInProcess((cookie, clientAddress) => {
    const ctx = contextOf(cookie, clientAddress);
    return {
      call: async ({ path, type, input }) => {
        try {
          const data: unknown = await callTRPCProcedure({
            router,
            path,
            type,
            ctx,
            getRawInput: async () => input,
            signal: undefined,
            batchIndex: 0,
          });
          return { ok: true, data };
        } catch (thrown) {
          const error = getTRPCErrorFromUnknown(thrown);
          return {
            ok: false,
            shape: getTRPCErrorShape({ config: router._def._config, error, type, path, input, ctx }),
          };
        }
      },
      position: ctx.position,
    };
  });
}
