import { redirect } from "next/navigation";
import { api, onPage } from "@/platform/trpc/server";

/** To the first workspace, or to making one. */
export default async function FirstPage() {
  const { trpc, queryClient } = api();
  const me = await onPage(queryClient.fetchQuery(trpc.accounts.me.queryOptions({})));
  const [first] = me.workspaces;
  redirect(first === undefined ? "/workspaces/new" : `/w/${first.slug}`);
}
