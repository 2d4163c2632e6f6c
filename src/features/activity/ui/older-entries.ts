const pageLength = 50;

/** How the feed goes on: with what is older than the last entry of a full page. */
export const olderEntries = {
  getNextPageParam: (page: readonly { readonly seq: number }[]) =>
    page.length === pageLength ? page.at(-1)?.seq : undefined,
};
