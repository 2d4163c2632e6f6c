// `npm run refresh:catalogues`: writes the prices of models from the installed @pydantic/genai-prices, a maintained list
// with the hosts' own price pages as sources. For newer prices install its newest version first.
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { findProvider } from "@pydantic/genai-prices";
import { orExplain, PlainError } from "./announce.mjs";
import { hostedModels, openModelPrices } from "./catalogues/priced-models.mjs";
import { root } from "./prepare.mjs";

/** @typedef {import("@pydantic/genai-prices").ModelPrice} ListedPrice */

const packageName = "@pydantic/genai-prices";
const catalogue = join(root, "src/planning/sizing/catalogue");

await orExplain(async () => {
  const { version } = JSON.parse(
    readFileSync(join(root, "node_modules", packageName, "package.json"), "utf8"),
  );
  const asOf = releaseDay(version);
  const header = `// Written by \`npm run refresh:catalogues\` from ${packageName} ${version} of ${asOf}: do not edit.\n`;
  write("hosted-models.ts", `${header}${hostedModelsSource()}`);
  write("model-prices.ts", `${header}${pricesSource(asOf)}`);
  const files = ["hosted-models.ts", "model-prices.ts"].map((name) => join(catalogue, name));
  execFileSync(process.execPath, [
    join(root, "node_modules/@biomejs/biome/bin/biome"),
    "check",
    "--write",
    ...files,
  ]);
  console.log(
    `Wrote ${Object.keys(hostedModels).length} hosted models and the prices of ${
      Object.keys(openModelPrices).length
    } open ones, as of ${asOf}.`,
  );
});

/** The day the package's version came out: the prices are at least that old. @param {string} version */
function releaseDay(version) {
  const times = JSON.parse(
    execFileSync("npm", ["view", packageName, "time", "--json"], { encoding: "utf8" }),
  );
  const time = times[version];
  if (!time) throw new PlainError(`The registry does not know ${packageName} ${version}.`);
  return String(time).slice(0, 10);
}

/** @param {string} name @param {string} text */
function write(name, text) {
  writeFileSync(join(catalogue, name), text);
}

function hostedModelsSource() {
  const facts = Object.entries(hostedModels).map(
    ([id, { name, organization, provider, model, contextTokens }]) => {
      const listed = listedModel(provider, model);
      const context = contextTokens ?? listed.context_window;
      if (!context) throw new PlainError(`The list has no context length of ${provider}/${model}: give one.`);
      return [
        id,
        {
          access: "hosted",
          name,
          organization,
          licence: "Proprietary, by the host's terms",
          contextTokens: context,
          architecture: null,
          source: priceSource(provider),
        },
      ];
    },
  );
  return `import type { HostedModelFacts } from "./model";

/** Models that are only called. */
export const hostedModels = ${JSON.stringify(Object.fromEntries(facts))} as const satisfies Record<string, HostedModelFacts>;
`;
}

/** @param {string} asOf */
function pricesSource(asOf) {
  const hosted = Object.entries(hostedModels).map(([id, { provider, model }]) => [
    id,
    [price(provider, model, asOf)],
  ]);
  const open = Object.entries(openModelPrices).map(([id, entries]) => [
    id,
    entries.map(([provider, model]) => price(provider, model, asOf)),
  ]);
  return `import type { ModelPrice } from "./model";

/** List prices by model id; models without an entry have no listed host. */
export const modelPrices: Readonly<Record<string, readonly ModelPrice[]>> = ${JSON.stringify(
    Object.fromEntries([...hosted, ...open]),
  )};
`;
}

/** @param {string} provider @param {string} model @param {string} asOf */
function price(provider, model, asOf) {
  const listed = currentPrice(listedModel(provider, model).prices, asOf);
  const input = listed.input_mtok;
  const output = listed.output_mtok;
  if (input === undefined || output === undefined)
    throw new PlainError(`The list has no price per token of ${provider}/${model}.`);
  const cached = listed.cache_read_mtok;
  const tier = typeof input === "number" ? undefined : input.tiers[0];
  return {
    host: findProvider({ providerId: provider })?.name,
    usdPerMillionInputTokens: base(input),
    usdPerMillionOutputTokens: base(output),
    ...(cached === undefined ? {} : { usdPerMillionCachedTokens: base(cached) }),
    ...(tier === undefined
      ? {}
      : {
          longPrompt: {
            fromTokens: tier.start,
            usdPerMillionInputTokens: tier.price,
            usdPerMillionOutputTokens:
              typeof output === "number" ? output : (output.tiers[0]?.price ?? output.base),
          },
        }),
    source: priceSource(provider),
    asOf,
  };
}

/** @param {string} provider @param {string} model */
function listedModel(provider, model) {
  const found = findProvider({ providerId: provider })?.models.find(({ id }) => id === model);
  if (!found)
    throw new PlainError(`The list has no ${provider}/${model} any more: change priced-models.mjs.`);
  return found;
}

/**
 * The price that holds on this day: a list of prices ends with those that began last; prices by time of day are left out.
 * @param {import("@pydantic/genai-prices").ModelInfo["prices"]} prices
 * @param {string} asOf
 * @returns {ListedPrice}
 */
function currentPrice(prices, asOf) {
  if (!Array.isArray(prices)) return prices;
  const current = prices.filter(
    ({ constraint }) =>
      !constraint || (constraint.type === "start_date" && constraint.start_date.slice(0, 10) <= asOf),
  );
  const last = current.at(-1);
  if (!last) throw new PlainError("A model's prices all begin later.");
  return last.prices;
}

/** @param {number | import("@pydantic/genai-prices").TieredPrices} value */
function base(value) {
  return typeof value === "number" ? value : value.base;
}

/** @param {string} provider */
function priceSource(provider) {
  const source = findProvider({ providerId: provider })?.pricing_urls?.[0];
  if (!source) throw new PlainError(`The list names no price page of ${provider}.`);
  return source;
}
