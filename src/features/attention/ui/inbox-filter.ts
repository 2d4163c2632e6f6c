/** Which items the inbox shows. */
export const inboxFilters = ["all", "unread", "mentions", "snoozed", "done"] as const;

export type InboxFilter = (typeof inboxFilters)[number];
