import { describe, expect, test } from "vitest";
import { sizingInput } from "@/features/decisions/evidence.schema";
import { calculations } from "@/planning";
import { tryToAnswer } from "./answer-rules";
import { draftOf, resolve } from "./draft-rules";
import { broughtUpToDate, type Given } from "./follow-rules";

const given: Given = {
  requestsPerDay: 5000,
  promptTokens: null,
  outputTokens: null,
  latencySeconds: 2,
  accelerator: "a100",
  rentPerHour: 2.6,
  rentCurrency: "EUR",
};

describe("a draft", () => {
  test.each(calculations)("of %s begins with something that can be answered", (calculation) => {
    const { input } = resolve(calculation, {}, given);
    expect(tryToAnswer(input).errors).toBeNull();
  });

  test("begins with the brief and the workspace's rate, and says so", () => {
    const { input, origins, follows } = resolve("serving-fleet", {}, given);
    expect(input).toMatchObject({
      requestsPerDay: 5000,
      latencySeconds: 2,
      rentPerHour: 2.6,
      rentCurrency: "EUR",
    });
    expect(origins).toMatchObject({
      requestsPerDay: "brief",
      rentPerHour: "workspace",
      promptTokens: "default",
    });
    expect(follows).toEqual(["requestsPerDay", "latencySeconds", "accelerator", "rentPerHour"]);
  });

  test("stops following what was typed; another accelerator has its list price", () => {
    const { input, follows } = resolve(
      "serving-fleet",
      { requestsPerDay: "9", accelerator: "h100-sxm" },
      given,
    );
    expect(input.requestsPerDay).toBe(9);
    expect(input.rentPerHour).toBeUndefined();
    expect(follows).toEqual(["latencySeconds"]);
  });

  test("takes a rate in another currency than dollars for no comparison with list prices", () => {
    expect(resolve("host-or-call", {}, given).input.rentPerHour).toBeUndefined();
    const inDollars = { ...given, rentCurrency: "USD" };
    expect(resolve("host-or-call", {}, inDollars).input.rentPerHour).toBe(2.6);
  });

  test.each(calculations)("of a kept %s stands for the same calculation", (calculation) => {
    const { input, follows } = resolve(calculation, { requestsPerDay: "77" }, given);
    const sizing = sizingInput.parse(input);
    expect(resolve(calculation, draftOf(sizing, follows), given)).toMatchObject({ input, follows });
  });
});

test("a kept calculation follows what it left to the brief, and keeps what it did not", () => {
  const { input, follows } = resolve("serving-fleet", { latencySeconds: "1" }, given);
  const sizing = sizingInput.parse(input);
  expect(broughtUpToDate(sizing, follows, given).changed).toEqual([]);
  const later = { ...given, requestsPerDay: 8000, latencySeconds: 9, rentPerHour: 3 };
  const { sizing: today, changed } = broughtUpToDate(sizing, follows, later);
  expect(today).toMatchObject({ requestsPerDay: 8000, latencySeconds: 1, rentPerHour: 3 });
  expect(changed).toEqual([
    { input: "requestsPerDay", kept: 5000, today: 8000 },
    { input: "rentPerHour", kept: 2.6, today: 3 },
  ]);
  const unsettled = { ...given, requestsPerDay: null };
  expect(broughtUpToDate(sizing, follows, unsettled).changed).toEqual([]);
});

test("what can't be computed is told at the field that the form has", () => {
  const { input } = resolve("serving-fleet", { promptTokens: "" }, given);
  expect(Object.keys(tryToAnswer(input).errors ?? {})).toEqual(["promptTokens"]);
  const uncalled = resolve("host-or-call", { calledModel: "never-was" }, given);
  expect(Object.keys(tryToAnswer(uncalled.input).errors ?? {})).toEqual(["calledModel"]);
  const impossible = resolve("serving-fleet", { latencySeconds: "0.000002" }, given);
  expect(tryToAnswer(impossible.input).answer).toBeNull();
});
