import { type PhaseId, phaseIds } from "@/planning";

export const decisionStates = ["open", "decided", "superseded", "all"] as const;

/** Ways of looking at the same log. */
export const decisionViews = ["list", "timeline", "graph"] as const;
export type DecisionView = (typeof decisionViews)[number];

/** Which decisions the log shows, and how. */
export type DecisionFilter = {
  readonly view: DecisionView;
  readonly state: (typeof decisionStates)[number];
  readonly phase: PhaseId | null;
  readonly projectKey: string | null;
  readonly text: string;
  /** The month that a timeline goes on before. */
  readonly before: string | null;
};

/** What an address asks for; what it asks for wrongly is not asked for. */
export function readFilter(search: Readonly<Record<string, string | string[] | undefined>>): DecisionFilter {
  const text = typeof search.q === "string" ? search.q.slice(0, 200) : "";
  const view = decisionViews.find((known) => known === search.view) ?? "list";
  return {
    view,
    state: decisionStates.find((known) => known === search.state) ?? usualState(view, text),
    phase: phaseIds.find((known) => known === search.phase) ?? null,
    projectKey: matching(search.project, /^[A-Z][A-Z0-9]{1,7}$/),
    text,
    before: matching(search.before, /^\d{4}-(0[1-9]|1[0-2])$/),
  };
}

export function filterAddress(base: string, filter: DecisionFilter): string {
  const { view, state, phase, projectKey, text, before } = filter;
  const search = new URLSearchParams({
    ...(view === "list" ? {} : { view }),
    state,
    ...(phase === null ? {} : { phase }),
    ...(projectKey === null ? {} : { project: projectKey }),
    ...(text.trim() === "" ? {} : { q: text.trim() }),
    ...(before === null ? {} : { before }),
  });
  return `${base}?${search}`;
}

/** The same decisions looked at in another way; where no state was chosen, each way begins with the one it is for. */
export function inView(filter: DecisionFilter, view: DecisionView): DecisionFilter {
  const chosen = filter.state !== usualState(filter.view, filter.text);
  return { ...filter, view, state: chosen ? filter.state : usualState(view, filter.text), before: null };
}

/** The same as a query of the API asks for it. */
export function asQuery({ state, phase, projectKey, text }: Omit<DecisionFilter, "view" | "before">) {
  return {
    state,
    ...(phase === null ? {} : { phase }),
    ...(projectKey === null ? {} : { projectKey }),
    ...(text.trim() === "" ? {} : { text: text.trim() }),
  };
}

export function asTimelineQuery(filter: DecisionFilter) {
  return { ...asQuery(filter), ...(filter.before === null ? {} : { before: filter.before }) };
}

/** A list is of what waits; what is drawn over time and dependencies tells more with all of it. */
function usualState(view: DecisionView, text: string): DecisionFilter["state"] {
  return view === "list" && text === "" ? "open" : "all";
}

function matching(value: string | string[] | undefined, form: RegExp): string | null {
  return typeof value === "string" && form.test(value) ? value : null;
}
