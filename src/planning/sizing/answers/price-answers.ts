import { PlanningError } from "../../planning-error";
import { isModelId, type ModelId, modelById } from "../catalogue/models";
import { hostOrCall } from "../host-or-call";
import { type HostedPrice, hostedPrice } from "../hosted-price";
import { validationInWords } from "../validation";
import { type FormulaStep, type SizingAnswer, tell, withinFactorTwo } from "./answer";
import { acceleratorEntries, knownAccelerator, knownModel, modelEntry, priceEntry, rentOf } from "./entries";
import { copiesRange, type Hosting, servingSteps } from "./serving-answers";

export interface PriceSizing {
  readonly calculation: "hosted-price";
  readonly model: string;
  readonly host?: string | undefined;
  readonly promptTokens: number;
  readonly outputTokens: number;
  readonly requestsPerDay: number;
  readonly cachedShare?: number | undefined;
}

/** Rent in US dollars, for list prices of tokens are. */
export interface HostOrCallSizing extends Hosting {
  readonly calculation: "host-or-call";
  readonly calledModel: string;
  readonly operationsUsdPerDay: number;
}

export function answerPrice(sizing: PriceSizing): SizingAnswer {
  const model = knownModel(sizing.model);
  const { promptTokens, outputTokens, requestsPerDay, host, cachedShare } = sizing;
  const called = hostedPrice({
    model,
    promptTokens,
    outputTokens,
    requestsPerDay,
    ...(host === undefined ? {} : { host }),
    ...(cachedShare === undefined ? {} : { cachedShare }),
  });
  return {
    figures: [
      { name: `Price at ${called.price.host}`, value: called.usdPerDay, unit: "USD a day" },
      { name: "Per 1,000 requests", value: called.usdPerThousandRequests, unit: "USD" },
    ],
    range: null,
    steps: callingSteps(sizing, called),
    sources: ["The host's price list."],
    entries: [priceEntry(model, called.price)],
    assumptions: cachedShare === undefined ? ["No part of the prompt is cached."] : [],
    validity: [
      "Without discounts for batches and volume. Tokens of reasoning count as tokens of the answer.",
      ...(called.price.longPrompt === undefined
        ? []
        : [
            `Prompts of ${tell(called.price.longPrompt.fromTokens)} tokens or more are dearer; that is counted.`,
          ]),
    ],
    validation: validationInWords.price,
  };
}

function callingSteps(
  { promptTokens, outputTokens, requestsPerDay, cachedShare = 0 }: Omit<PriceSizing, "calculation" | "model">,
  { price, usdPerThousandRequests, usdPerDay }: HostedPrice,
): FormulaStep[] {
  const rate =
    price.longPrompt !== undefined && promptTokens >= price.longPrompt.fromTokens ? price.longPrompt : price;
  const cached =
    cachedShare === 0
      ? ""
      : ` (${Math.round(cachedShare * 100)} % of it cached, at the host's price for that)`;
  return [
    {
      name: "Per 1,000 requests",
      formula: "(prompt · price in + answer · price out) / 1,000, prices per million tokens",
      numbers: `(${tell(promptTokens)} · ${tell(rate.usdPerMillionInputTokens)}${cached} + ${tell(outputTokens)} · ${tell(rate.usdPerMillionOutputTokens)}) / 1,000`,
      result: `${tell(usdPerThousandRequests)} USD`,
    },
    {
      name: "Price",
      formula: "per 1,000 requests · requests a day / 1,000",
      numbers: `${tell(usdPerThousandRequests)} · ${tell(requestsPerDay)} / 1,000`,
      result: `${tell(usdPerDay)} USD a day`,
    },
  ];
}

/** The model that is called is another input than the one that is hosted. */
function pricedModel(id: string): ModelId {
  if (!isModelId(id))
    throw new PlanningError("unknown-id", "calledModel", "The catalogue has no such model.");
  const { name, prices } = modelById(id);
  if (prices.length > 0) return id;
  throw new PlanningError("inconsistent", "calledModel", `No host lists a price for ${name}.`);
}

export function answerHostOrCall(sizing: HostOrCallSizing): SizingAnswer {
  const { promptTokens, outputTokens, requestsPerDay, operationsUsdPerDay, precision, peakFactor } = sizing;
  const accelerator = knownAccelerator(sizing.accelerator);
  const calledModel = pricedModel(sizing.calledModel);
  const answer = hostOrCall({
    hosting: {
      model: knownModel(sizing.model),
      precision,
      accelerator,
      promptTokens,
      outputTokens,
      requestsPerDay,
      ...rentOf(sizing),
      ...(peakFactor === undefined ? {} : { peakFactor }),
    },
    calling: { model: calledModel },
    operationsUsdPerDay,
  });
  const { hosting, calling, breakEvenRequestsPerDay: even, alwaysCheaperFromRequestsPerDay: always } = answer;
  const copies = copiesRange(hosting, requestsPerDay);
  const hostingAt = (number: number) => operationsUsdPerDay + number * hosting.usdPerCopyDay;
  return {
    figures: [
      {
        name: "Hosting it",
        value: answer.hostingUsdPerDay,
        unit: "USD a day",
        low: hostingAt(copies.low),
        high: hostingAt(copies.high),
      },
      { name: `Calling it at ${calling.price.host}`, value: calling.usdPerDay, unit: "USD a day" },
      ...(even === null ? [] : [{ name: "Even from", value: even, unit: "requests a day" }]),
      ...(always === null
        ? []
        : [{ name: "Hosting stays cheaper from", value: always, unit: "requests a day" }]),
    ],
    range: withinFactorTwo,
    steps: [
      ...servingSteps(sizing, hosting),
      ...callingSteps(sizing, calling),
      {
        name: "Even from",
        formula:
          "(operations + copies · rent of one a day) / price of one call, at the first number of copies that serves it",
        numbers:
          even === null
            ? "a full copy costs more than calling for what it serves"
            : `(${tell(operationsUsdPerDay)} + ${tell((even * calling.usdPerThousandRequests) / 1000 - operationsUsdPerDay)}) / ${tell(calling.usdPerThousandRequests / 1000)}`,
        result: even === null ? "never" : `${tell(even)} requests a day`,
      },
    ],
    sources: [
      "Throughput: roofline (Williams et al. 2009; arXiv 2211.05102). Break-even: arithmetic on a staircase of copies.",
    ],
    entries: [
      modelEntry(sizing.model),
      ...acceleratorEntries(accelerator, sizing),
      priceEntry(calledModel, calling.price),
    ],
    assumptions: [
      `${tell(operationsUsdPerDay)} USD a day for running it oneself beside the rent, as given.`,
      `The busiest hour has ${tell(peakFactor ?? 3)} times the mean; a copy is loaded to 70 %: Phasewise defaults unless changed.`,
    ],
    validity: ["Cost alone: the two models may differ in quality, and the called one may need no adapting."],
    validation: validationInWords.serving,
  };
}
