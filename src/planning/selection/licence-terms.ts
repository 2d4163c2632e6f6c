import type { LicenceNeed } from "../scoping/brief";
import type { Model } from "../sizing/catalogue/model";

/** Whether a licence allows something; unclear: it depends on what the catalogue does not hold. */
export type Allowed = "yes" | "no" | "unclear";

/** How a licence's terms bear on what a brief may ask of it. A summary of ours, no legal advice. */
export interface LicenceTerms {
  readonly commercial: Allowed;
  /** Approved by the Open Source Initiative or as free: use, change and pass on without duties beyond naming. */
  readonly permissive: Allowed;
  /** From 1, forbids commercial use, to 5, free for any use; null where the terms are not in the catalogue. */
  readonly freedom: 1 | 2 | 3 | 4 | 5 | null;
  readonly summary: string;
}

const permissive: LicenceTerms = {
  commercial: "yes",
  permissive: "yes",
  freedom: 5,
  summary: "free for any use, with the notice kept",
};

function research(whose: string): LicenceTerms {
  return { commercial: "no", permissive: "no", freedom: 1, summary: `${whose}: no commercial use` };
}

function withDuties(summary: string, freedom: 3 | 4 = 3): LicenceTerms {
  return { commercial: "yes", permissive: "no", freedom, summary };
}

const llama = withDuties(
  "commercial use with a use policy and a notice; makers of services with over 700 million monthly users must ask",
);

/** By the name that the catalogue has of a licence. */
const termsByLicence: Readonly<Record<string, LicenceTerms>> = {
  "Apache 2.0": permissive,
  MIT: permissive,
  "Modified MIT": withDuties(
    "commercial use; products with over 100 million monthly users or 20 million USD a month must show the name",
    4,
  ),
  DeepSeek: withDuties("commercial use with restrictions on what for"),
  "DeepSeek; MIT since March 2025": {
    commercial: "yes",
    permissive: "unclear",
    freedom: 4,
    summary: "MIT from the release of March 2025 on, before that with restrictions on what for",
  },
  "LLaMA, non-commercial": research("research alone"),
  "OPT-175B, non-commercial": research("research alone"),
  "Mistral Research": research("research alone, unless a licence is bought"),
  "Mistral Non-Production": research("testing and research alone, unless a licence is bought"),
  "Qwen Research": research("research alone, unless a licence is bought"),
  "CC BY-NC 4.0": research("not for commercial purposes"),
  "CC BY-SA 4.0": withDuties("commercial use; what is made from it is passed on under the same licence", 4),
  "Llama 2 Community": llama,
  "Llama 3 Community": llama,
  "Llama 3.1 Community": llama,
  "Llama 3.2 Community": llama,
  "Llama 3.3 Community": llama,
  "Llama 4 Community": {
    commercial: "unclear",
    permissive: "no",
    freedom: 2,
    summary:
      "commercial use with a use policy and a notice, but not granted to companies based in the European Union",
  },
  "Gemma terms": withDuties("commercial use with a use policy that is passed on"),
  "BigCode OpenRAIL-M": withDuties("commercial use with restrictions on what for that are passed on"),
  "BigScience RAIL 1.0": withDuties("commercial use with restrictions on what for that are passed on"),
  "Databricks Open Model": withDuties(
    "commercial use with a use policy; not to improve other language models",
  ),
  "Falcon-180B TII": withDuties(
    "commercial use with a use policy; offering it as a service must be asked for",
  ),
  "GLM-4": withDuties("commercial use after registering"),
  Qwen: withDuties("commercial use; makers of services with over 100 million monthly users must ask"),
};

const byTheHost: LicenceTerms = {
  commercial: "unclear",
  permissive: "no",
  freedom: null,
  summary: "the host's terms decide, and the catalogue does not hold them",
};

const notRead: LicenceTerms = {
  commercial: "unclear",
  permissive: "unclear",
  freedom: null,
  summary: "nobody has summed its terms up here: read them",
};

/** What the terms of a model's licence are, as far as the catalogue's name of it says. */
export function licenceTerms({ access, licence }: Pick<Model, "access" | "licence">): LicenceTerms {
  if (access === "hosted") return byTheHost;
  return termsByLicence[licence] ?? notRead;
}

export function isSummedUp(licence: string): boolean {
  return Object.hasOwn(termsByLicence, licence);
}

/** Whether the model's licence meets what a brief asks of it. */
export function meetsLicence(model: Pick<Model, "access" | "licence">, need: LicenceNeed): Allowed {
  const terms = licenceTerms(model);
  switch (need) {
    case "any":
      // Whether a use is commercial is the team's to say.
      return terms.commercial === "no" ? "unclear" : "yes";
    case "commercial":
      return terms.commercial;
    case "open-weights":
      return model.access === "open-weights" ? terms.commercial : "no";
    case "permissive":
      return terms.permissive;
  }
}
