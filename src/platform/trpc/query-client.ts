import { defaultShouldDehydrateQuery, QueryClient } from "@tanstack/react-query";
import { transformer } from "./transformer";

/** The same settings where a page is rendered and where it lives on. */
export function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      // The event log says when something changed, so nothing is fetched again by time alone.
      queries: { staleTime: Number.POSITIVE_INFINITY, retry: 1 },
      mutations: { retry: 0 },
      dehydrate: {
        serializeData: transformer.serialize,
        shouldDehydrateQuery: (query) => defaultShouldDehydrateQuery(query),
      },
      hydrate: { deserializeData: transformer.deserialize },
    },
  });
}
