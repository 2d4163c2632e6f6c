"use client";

import { QueryClientProvider } from "@tanstack/react-query";
import {
  createTRPCClient,
  httpBatchStreamLink,
  httpSubscriptionLink,
  splitLink,
  TRPCClientError,
} from "@trpc/client";
import { createTRPCContext } from "@trpc/tanstack-react-query";
import { type ReactNode, useState } from "react";
import type { AppRouter } from "@/api";
import { makeQueryClient } from "./query-client";
import { transformer } from "./transformer";

const context = createTRPCContext<AppRouter>();

export const useTRPC = context.useTRPC;
export const useApi = context.useTRPCClient;

export function ApiProvider({ children }: { children: ReactNode }) {
  const [queryClient] = useState(makeQueryClient);
  const [client] = useState(makeClient);
  return (
    <QueryClientProvider client={queryClient}>
      <context.TRPCProvider trpcClient={client} queryClient={queryClient}>
        {children}
      </context.TRPCProvider>
    </QueryClientProvider>
  );
}

function makeClient() {
  const url = "/api/trpc";
  return createTRPCClient<AppRouter>({
    links: [
      splitLink({
        condition: (operation) => operation.type === "subscription",
        true: httpSubscriptionLink({ url, transformer }),
        false: httpBatchStreamLink({ url, transformer, maxURLLength: 6_000, maxItems: 20 }),
      }),
    ],
  });
}

/** An error of a procedure as a screen shows it. */
export type Refusal = {
  readonly message: string;
  readonly code: string;
  readonly fieldErrors: Readonly<Record<string, readonly string[]>>;
  readonly details: Readonly<Record<string, unknown>>;
};

export function refusalOf(error: unknown): Refusal {
  if (error instanceof TRPCClientError && isDescribed(error.data)) {
    const { appCode, fieldErrors, details } = error.data;
    const message = appCode === "INVALID_INPUT" ? "Some fields need attention." : error.message;
    return { message, code: appCode, fieldErrors, details };
  }
  return {
    message: "The server could not be reached. What you typed is kept; please try again.",
    code: "UNREACHABLE",
    fieldErrors: {},
    details: {},
  };
}

type Described = Pick<Refusal, "fieldErrors" | "details"> & { readonly appCode: string };

function isDescribed(data: unknown): data is Described {
  return typeof data === "object" && data !== null && "appCode" in data && "fieldErrors" in data;
}
