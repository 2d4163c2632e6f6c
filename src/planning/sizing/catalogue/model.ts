import type { Architecture } from "../architecture";

/** What a host asks for one model, in US dollars per million tokens. */
export interface ModelPrice {
  readonly host: string;
  readonly usdPerMillionInputTokens: number;
  readonly usdPerMillionOutputTokens: number;
  /** For input that the host still has from an earlier request. */
  readonly usdPerMillionCachedTokens?: number;
  /** Prices from a prompt of this length on, for the whole request. */
  readonly longPrompt?: {
    readonly fromTokens: number;
    readonly usdPerMillionInputTokens: number;
    readonly usdPerMillionOutputTokens: number;
  };
  readonly source: string;
  readonly asOf: string;
}

interface ModelFacts {
  readonly name: string;
  readonly organization: string;
  readonly licence: string;
  readonly contextTokens: number;
  readonly source: string;
}

/** A model whose weights anybody can load, under its licence. */
export interface OpenModelFacts extends ModelFacts {
  readonly access: "open-weights";
  readonly published: string;
  readonly architecture: Architecture;
}

/** A model that is only called; its makers do not say how large it is. */
export interface HostedModelFacts extends ModelFacts {
  readonly access: "hosted";
  readonly architecture: null;
}

/** A model of the catalogue; the first price is the maker's own where there is one. */
export type Model = (OpenModelFacts | HostedModelFacts) & { readonly prices: readonly ModelPrice[] };
