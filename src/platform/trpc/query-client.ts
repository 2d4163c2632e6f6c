import { defaultShouldDehydrateQuery, QueryClient } from "@tanstack/react-query";
import superjson from "superjson";

/** The same settings where a page is rendered and where it lives on. */
export function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      // The event log says when something changed, so nothing is fetched again by time alone.
      queries: { staleTime: Number.POSITIVE_INFINITY, retry: 1 },
      mutations: { retry: 0 },
      dehydrate: {
        // A copy. With the data itself handed over, a scrolled timeline was now and then found replaced after it had been there.
        serializeData: superjson.serialize,
        shouldDehydrateQuery: (query) => defaultShouldDehydrateQuery(query),
      },
      hydrate: { deserializeData: superjson.deserialize },
    },
  });
}
