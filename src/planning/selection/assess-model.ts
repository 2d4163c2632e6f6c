import { tell } from "../sizing/answers/answer";
import { acceleratorById } from "../sizing/catalogue/accelerators";
import type { Model } from "../sizing/catalogue/model";
import { type ModelId, modelById } from "../sizing/catalogue/models";
import { licenceTerms, meetsLicence } from "./licence-terms";
import {
  atLeast,
  type CalledNumbers,
  calledNumbers,
  hostsFor,
  isInOwnAccounts,
  neededContext,
  type ServedMemory,
  type ServedNumbers,
  servedMemory,
  servedNumbers,
  type Volume,
  volumeOf,
} from "./model-numbers";
import type { ModelRequirements } from "./requirements";

/** What a model may fall out by, in the order in which the first one counts. */
export const selectionRules = ["licence", "context", "hosting", "accelerators", "latency", "price"] as const;
export type SelectionRule = (typeof selectionRules)[number];

export interface FallReason {
  readonly rule: SelectionRule;
  /** With the brief's figure and the model's. */
  readonly sentence: string;
}

/** Something that would decide whether the model fits, and that somebody is silent about. */
export interface Unsaid {
  readonly rule: SelectionRule | "residence";
  readonly silent: "brief" | "catalogue";
  readonly sentence: string;
}

export interface AssessedModel {
  readonly id: ModelId;
  /** None: it is on the shortlist. */
  readonly reasons: readonly FallReason[];
  readonly unsaid: readonly Unsaid[];
  readonly memory: ServedMemory | null;
  /** The ways to use it that are left; their numbers while the volume is known. */
  readonly canBeServed: boolean;
  readonly canBeCalled: boolean;
  readonly served: ServedNumbers | null;
  readonly called: CalledNumbers | null;
}

/** Holds a model of the catalogue against what a brief asks: why it falls out, or what it would cost, and what nobody says. */
export function assessModel(id: ModelId, need: ModelRequirements): AssessedModel {
  const model = modelById(id);
  const always = [licenceRule(model, need), contextRule(model, need)];
  // What falls out whatever it costs is not priced: that is the long part of it.
  const volume = always.some(({ reason }) => reason !== null) ? null : volumeOf(need);
  const serve = serving(id, model, need, volume);
  const call = calling(id, model, need, volume);
  const reasons = [
    ...always.flatMap(({ reason }) => reason ?? []),
    ...(serve.reason === null || call.reason === null ? [] : noWayLeft(model, serve.reason, call.reason)),
  ];
  const isOut = reasons.length > 0;
  return {
    id,
    reasons: inOrder(reasons),
    unsaid: isOut
      ? []
      : [
          ...always.flatMap(({ unsaid }) => unsaid ?? []),
          ...(serve.reason === null ? serve.unsaid : []),
          ...(call.reason === null ? call.unsaid : []),
        ],
    memory: serve.memory,
    canBeServed: !isOut && serve.reason === null,
    canBeCalled: !isOut && call.reason === null,
    served: serve.reason === null ? serve.numbers : null,
    called: call.reason === null ? call.numbers : null,
  };
}

/** Of a model that is only called, why it can't be; of another, why it can't be served, and not called either. */
function noWayLeft(model: Model, serve: FallReason, call: FallReason): FallReason[] {
  if (model.access === "hosted") return [call];
  if (call.rule === "price") return [serve, call];
  return [{ rule: serve.rule, sentence: `${serve.sentence} ${call.sentence}` }];
}

function inOrder(reasons: readonly FallReason[]): readonly FallReason[] {
  return reasons.toSorted((a, b) => selectionRules.indexOf(a.rule) - selectionRules.indexOf(b.rule));
}

type Held = { readonly reason: FallReason | null; readonly unsaid: Unsaid | null };

const needsOfLicence = {
  any: "terms that allow our use",
  commercial: "commercial use",
  "open-weights": "open weights, to tune and keep",
  permissive: "a permissive open-source licence",
} as const;

function licenceRule(model: Model, { licence: need }: ModelRequirements): Held {
  const { summary, permissive } = licenceTerms(model);
  const has = `${model.licence}: ${summary}`;
  if (need === null)
    return {
      reason: null,
      unsaid:
        permissive === "yes"
          ? null
          : {
              rule: "licence",
              silent: "brief",
              sentence: `The brief does not say what the licence must allow. ${has}.`,
            },
    };
  const asked = needsOfLicence[need];
  switch (meetsLicence(model, need)) {
    case "yes":
      return { reason: null, unsaid: null };
    case "no":
      return {
        reason: { rule: "licence", sentence: `The brief needs ${asked}. ${has}.` },
        unsaid: null,
      };
    case "unclear":
      return {
        reason: null,
        unsaid: { rule: "licence", silent: "catalogue", sentence: `The brief needs ${asked}. ${has}.` },
      };
  }
}

function contextRule(model: Model, need: ModelRequirements): Held {
  const takes = `${tell(model.contextTokens)} tokens`;
  const said = atLeast(need);
  if (said > model.contextTokens)
    return {
      reason: {
        rule: "context",
        sentence: `A request takes ${tell(said)} tokens in and out; the model holds ${takes}.`,
      },
      unsaid: null,
    };
  if (neededContext(need) !== null) return { reason: null, unsaid: null };
  return {
    reason: null,
    unsaid: {
      rule: "context",
      silent: "brief",
      sentence: `The brief does not say how long a request and its answer are; the model holds ${takes}.`,
    },
  };
}

type Way<Numbers> = {
  /** Why this way is none. */
  readonly reason: FallReason | null;
  readonly unsaid: readonly Unsaid[];
  readonly numbers: Numbers | null;
};

const noVolume: Unsaid = {
  rule: "price",
  silent: "brief",
  sentence: "The brief does not say how many requests there are, or how long: there is no price.",
};

function serving(
  id: ModelId,
  model: Model,
  need: ModelRequirements,
  volume: Volume | null,
): Way<ServedNumbers> & { readonly memory: ServedMemory | null } {
  const memory = servedMemory(id, need);
  const no = (rule: SelectionRule, sentence: string) => ({
    ...{ reason: { rule, sentence }, unsaid: [], numbers: null, memory },
  });
  if (memory === null) return no("hosting", onlyCalled(model, need));
  const { name } = acceleratorById(need.accelerator);
  const { accelerators: fewest } = memory;
  if (fewest === null || fewest > need.mostAccelerators)
    return no(
      "accelerators",
      `In ${need.precision} with one request it takes ${tell(memory.bytes / 1e9)} GB, ${fewest === null ? "more than 1,024" : tell(fewest)} × ${name}; a copy may have ${tell(need.mostAccelerators)}.`,
    );
  const unsaidLatency: Unsaid[] =
    need.latencySeconds === null
      ? [
          {
            rule: "latency",
            silent: "brief",
            sentence: "The brief does not say how long an answer may take.",
          },
        ]
      : [];
  if (volume === null) return { reason: null, unsaid: [...unsaidLatency, noVolume], numbers: null, memory };
  const { numbers, refusal } = servedNumbers(id, need, volume);
  if (numbers === null)
    return no("latency", `First token within ${tell(need.latencySeconds ?? 0)} s on ${name}: ${refusal}`);
  const { usdPerMonth } = numbers;
  if (usdPerMonth === null) {
    const unlisted: Unsaid = {
      rule: "price",
      silent: "catalogue",
      sentence: `No rent is listed for ${name}: there is no price of serving it.`,
    };
    return { reason: null, unsaid: [...unsaidLatency, unlisted], numbers, memory };
  }
  const most = need.mostUsdPerMonth;
  if (most !== null && usdPerMonth.low > most)
    return no(
      "price",
      `Serving it takes ${tell(Math.round(usdPerMonth.low))} USD a month at the least; there are ${tell(most)}.`,
    );
  const straddling: Unsaid[] =
    most !== null && usdPerMonth.high > most
      ? [
          {
            rule: "price",
            silent: "catalogue",
            sentence: `Serving it takes between ${tell(Math.round(usdPerMonth.low))} and ${tell(Math.round(usdPerMonth.high))} USD a month; there are ${tell(most)}. Measure its throughput.`,
          },
        ]
      : [];
  return { reason: null, unsaid: [...unsaidLatency, ...straddling], numbers, memory };
}

function calling(
  id: ModelId,
  model: Model,
  need: ModelRequirements,
  volume: Volume | null,
): Way<CalledNumbers> {
  const no = (rule: SelectionRule, sentence: string) => ({
    ...{ reason: { rule, sentence }, unsaid: [], numbers: null },
  });
  const hosts = hostsFor(model, need);
  const [first] = hosts;
  if (need.hosting === "on-premises")
    return model.access === "hosted"
      ? no("hosting", onlyCalled(model, need))
      : no("hosting", "The brief says on premises only: calling it at a host is no way.");
  if (first === undefined) return no("hosting", "Nobody lists a price for calling it.");
  if (volume === null)
    return { reason: null, unsaid: [...unsaidOfCalling(model, first, need), noVolume], numbers: null };
  const numbers = calledNumbers(id, hosts, volume);
  const { host } = numbers;
  const unsaid = unsaidOfCalling(model, host, need);
  const most = need.mostUsdPerMonth;
  if (most !== null && numbers.usdPerMonth > most)
    return no(
      "price",
      `Calling it at ${host} takes ${tell(Math.round(numbers.usdPerMonth))} USD a month; there are ${tell(most)}.`,
    );
  return { reason: null, unsaid, numbers };
}

function onlyCalled({ name, organization }: Model, { hosting }: ModelRequirements): string {
  return hosting === "on-premises"
    ? `The brief says on premises only; ${name} is only called, at ${organization} or a host.`
    : `${name} is only called: its weights are not published.`;
}

function unsaidOfCalling(model: Model, host: string, need: ModelRequirements): Unsaid[] {
  const { hosting, guardedData, latencySeconds } = need;
  const unsaid: Unsaid[] = [];
  const add = (rule: Unsaid["rule"], silent: Unsaid["silent"], sentence: string) =>
    unsaid.push({ rule, silent, sentence });
  if (hosting === null && model.access === "hosted")
    add("hosting", "brief", "The brief does not say where the model may run; this one is only called.");
  if (hosting === "own-accounts" && !isInOwnAccounts(host))
    add(
      "hosting",
      "catalogue",
      `The brief says own accounts only; whether ${host} runs it in one of yours the catalogue does not say.`,
    );
  if (guardedData === null)
    add("residence", "brief", `The brief lists no data: whether they may go to ${host} is open.`);
  else if (guardedData.length > 0)
    add(
      "residence",
      "catalogue",
      `Where ${host} keeps what it is sent the catalogue does not say; the brief has ${guardedData.join("; ")}.`,
    );
  if (latencySeconds !== null)
    add(
      "latency",
      "catalogue",
      `How soon ${host} answers the catalogue does not say; the brief allows ${tell(latencySeconds)} s.`,
    );
  return unsaid;
}
