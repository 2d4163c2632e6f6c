import type { z } from "zod";
import type { Precision } from "@/planning";
import type { EvidenceItem } from "../evidence.queries";
import type { addEvidenceInput, EvidenceKind, SizingInput } from "../evidence.schema";

export type ResultDraft = ReturnType<typeof resultDraft>;
export type SizingDraft = {
  readonly calculation: (typeof shortCalculations)[number];
  readonly model: string;
  readonly precision: Precision;
  readonly accelerator: string;
  readonly contextTokens: number;
  readonly batch: number;
  readonly promptTokens: number;
  readonly outputTokens: number;
  readonly requestsPerDay: number;
  readonly parameters: number;
  readonly tokens: number;
};
/** The calculations that the short form asks for; the project's Size page asks for all. */
export const shortCalculations = [
  "serving-memory",
  "serving-fleet",
  "hosted-price",
  "training-cost",
] as const;

/** What is typed for every kind; only the chosen one's is sent. */
export type EvidenceDraft = {
  readonly kind: EvidenceKind;
  readonly title: string;
  readonly note: string;
  readonly url: string;
  readonly file: File | null;
  readonly result: ResultDraft;
  readonly sizing: SizingDraft;
  /** A calculation of the Size page that says more than the short form asks: it stays as it is. */
  readonly fixedSizing: SizingInput | null;
};

type Content = EvidenceItem["content"];

export function draftOf(item: EvidenceItem | null): EvidenceDraft {
  const content = item?.content;
  return {
    kind: content?.kind ?? "link",
    title: item?.title ?? "",
    note: item?.note ?? "",
    url: content?.kind === "link" ? content.url : "",
    file: null,
    result: resultDraft(content),
    ...sizingDraft(content),
  };
}

function sizingDraft(content: Content | undefined): Pick<EvidenceDraft, "sizing" | "fixedSizing"> {
  if (content?.kind !== "sizing") return { sizing: usualSizing, fixedSizing: null };
  const calculation = shortCalculations.find((kind) => kind === content.sizing.calculation);
  if (calculation === undefined) return { sizing: usualSizing, fixedSizing: content.sizing };
  const sizing = { ...usualSizing, ...content.sizing, calculation };
  const asked = Object.keys(sizingOf(sizing));
  const saysMore = Object.keys(content.sizing).some((field) => !asked.includes(field));
  return { sizing, fixedSizing: saysMore ? content.sizing : null };
}

function resultDraft(content: Content | undefined) {
  const given = content?.kind === "result" ? content : undefined;
  return {
    metric: given?.metric ?? "",
    value: given === undefined ? "" : String(given.value),
    unit: given?.unit ?? "",
    better: given?.better ?? "higher",
    dataSet: given?.dataSet ?? "",
    measuredOn: given?.measuredOn ?? "",
    measuredBy: given?.measuredBy ?? "",
  };
}

const usualSizing: SizingDraft = {
  calculation: "serving-memory",
  model: "",
  precision: "bf16",
  accelerator: "",
  contextTokens: 8_192,
  batch: 1,
  promptTokens: 1_000,
  outputTokens: 200,
  requestsPerDay: 10_000,
  parameters: 7e9,
  tokens: 1e9,
};

type SentContent = Exclude<z.input<typeof addEvidenceInput>["content"], { kind: "file" }>;

/** What is sent of links, results and calculations. */
export function contentOf(draft: EvidenceDraft): SentContent {
  if (draft.kind === "result") {
    const { value, ...rest } = draft.result;
    return { kind: "result", ...rest, value: value.trim() === "" ? Number.NaN : Number(value) };
  }
  if (draft.kind === "sizing") return { kind: "sizing", sizing: draft.fixedSizing ?? sizingOf(draft.sizing) };
  return { kind: "link", url: draft.url };
}

export function sizingOf(draft: SizingDraft): SizingInput {
  const { calculation, model, precision, accelerator, contextTokens, batch } = draft;
  const { promptTokens, outputTokens, requestsPerDay, parameters, tokens } = draft;
  switch (calculation) {
    case "serving-memory":
      return { calculation, model, precision, contextTokens, batch };
    case "serving-fleet":
      return { calculation, model, precision, accelerator, promptTokens, outputTokens, requestsPerDay };
    case "hosted-price":
      return { calculation, model, promptTokens, outputTokens, requestsPerDay };
    case "training-cost":
      return { calculation, parameters, tokens, accelerator };
  }
}
