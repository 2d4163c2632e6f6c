import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import { createTRPCClient, TRPCClientError, type TRPCLink } from "@trpc/client";
import { observable } from "@trpc/server/observable";
import { createTRPCOptionsProxy } from "@trpc/tanstack-react-query";
import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { cache, type ReactNode } from "react";
import type { AppRouter } from "@/api";
import { AsOf } from "./as-of";
import { openInProcess } from "./in-process-call";
import { makeQueryClient } from "./query-client";

/** For pages: the query client and procedures of the request being rendered. */
export const api = cache(() => {
  const queryClient = makeQueryClient();
  const client = createTRPCClient<AppRouter>({ links: [inProcessLink] });
  return { queryClient, client, trpc: createTRPCOptionsProxy<AppRouter>({ client, queryClient }) };
});

/** The request being rendered, as the API sees it: its pages and layouts share one. */
const inProcess = cache(async () => {
  const sent = await headers();
  return openInProcess(sent.get("cookie") ?? undefined, sent.get("x-phasewise-client") ?? "page");
});

const inProcessLink: TRPCLink<AppRouter> =
  () =>
  ({ op }) =>
    observable((observer) => {
      void answer(op.path, op.type === "mutation" ? "mutation" : "query", op.input).then(
        (result) => {
          if (result.ok) {
            observer.next({ result: { type: "data", data: result.data } });
            observer.complete();
          } else {
            observer.error(TRPCClientError.from({ error: result.shape }));
          }
        },
        (error) => observer.error(TRPCClientError.from(error)),
      );
    });

async function answer(path: string, type: "query" | "mutation", input: unknown) {
  const { call } = await inProcess();
  return await call({ path, type, input });
}

/**
 * Turns the API's refusals into what a page does about them: `await onPage(queryClient.fetchQuery(trpc.x.queryOptions(…)))`
 * before rendering the screen inside `<Hydrated>`.
 */
export async function onPage<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof TRPCClientError) {
      const code: unknown = error.data?.code;
      if (code === "NOT_FOUND" || code === "BAD_REQUEST") notFound();
      if (code === "UNAUTHORIZED") redirect(await signInAddress());
    }
    throw error;
  }
}

async function signInAddress(): Promise<string> {
  const path = (await headers()).get("x-phasewise-path");
  return path === null || path === "/" ? "/sign-in" : `/sign-in?next=${encodeURIComponent(path)}`;
}

/** Hands everything that was loaded on the server to the screens below, and says as of when it was. */
export async function Hydrated({ children }: { children: ReactNode }) {
  const position = (await inProcess()).position();
  return (
    <HydrationBoundary state={dehydrate(api().queryClient)}>
      {position !== null && <AsOf rendering={{ position }} />}
      {children}
    </HydrationBoundary>
  );
}
