import { type LeftOpenOrder, leftOpenOrders, type PhaseId, phaseIds } from "@/planning";

/** What the page shows: `?by=money&project=CLN&owner=…&phase=scoping`, or `?show=review`. */
export type NextAddress = {
  readonly show: "open" | "review";
  readonly order: LeftOpenOrder;
  readonly projectKey: string | null;
  readonly ownerId: string | null;
  readonly phase: PhaseId | null;
};

const ids = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Whatever the address asks for wrongly is not asked for. */
export function readNextAddress(
  params: Readonly<Record<string, string | string[] | undefined>>,
): NextAddress {
  const matching = (name: string, form: RegExp) => {
    const value = params[name];
    return typeof value === "string" && form.test(value) ? value : null;
  };
  return {
    show: params.show === "review" ? "review" : "open",
    order: leftOpenOrders.find((order) => order === params.by) ?? "days",
    projectKey: matching("project", /^[A-Z][A-Z0-9]{1,7}$/),
    ownerId: matching("owner", ids),
    phase: phaseIds.find((id) => id === params.phase) ?? null,
  };
}

export function nextAddress(workspace: string, address: NextAddress): string {
  const search = new URLSearchParams({
    ...(address.show === "review" ? { show: "review" } : {}),
    ...(address.order === "days" ? {} : { by: address.order }),
    ...(address.projectKey === null ? {} : { project: address.projectKey }),
    ...(address.ownerId === null ? {} : { owner: address.ownerId }),
    ...(address.phase === null ? {} : { phase: address.phase }),
  });
  const query = search.toString();
  return `/w/${workspace}/decisions/next${query === "" ? "" : `?${query}`}`;
}

/** The same as the API is asked for it. */
export function asOpenQuery({ order, projectKey, ownerId, phase }: NextAddress, limit: number) {
  return { order, projectKey, ownerId, phase, limit };
}

export const pageSize = 100;
