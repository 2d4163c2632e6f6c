export type SourceKind = "paper" | "framework" | "standard" | "law" | "course" | "book" | "own";

interface SourceRecord {
  readonly kind: SourceKind;
  readonly citation: string;
  readonly url: string | null;
}

const paper = (citation: string, arxiv: string): SourceRecord => ({
  kind: "paper",
  citation: `${citation}, arXiv ${arxiv}`,
  url: `https://arxiv.org/abs/${arxiv}`,
});

const records = {
  phasewise: { kind: "own", citation: "Phasewise default", url: null },
  workspace: { kind: "own", citation: "This workspace's own standard", url: null },
  lifecycle: {
    kind: "course",
    citation:
      "Generative AI project lifecycle (bachir.io, 2023), after Generative AI with Large Language Models (DeepLearning.AI)",
    url: "https://www.coursera.org/learn/generative-ai-with-llms",
  },
  "nist-ai-rmf": {
    kind: "framework",
    citation: "NIST AI 100-1, AI Risk Management Framework 1.0 (2023)",
    url: "https://doi.org/10.6028/NIST.AI.100-1",
  },
  "nist-genai-profile": {
    kind: "framework",
    citation: "NIST AI 600-1, Generative AI Profile (2024)",
    url: "https://doi.org/10.6028/NIST.AI.600-1",
  },
  "eu-ai-act": {
    kind: "law",
    citation: "EU AI Act, Regulation (EU) 2024/1689",
    url: "https://eur-lex.europa.eu/eli/reg/2024/1689/oj",
  },
  "iso-42001": {
    kind: "standard",
    citation: "ISO/IEC 42001:2023, AI management system",
    url: "https://www.iso.org/standard/81230.html",
  },
  "iso-5338": {
    kind: "standard",
    citation: "ISO/IEC 5338:2023, AI system life cycle processes",
    url: "https://www.iso.org/standard/81118.html",
  },
  "owasp-llm": {
    kind: "framework",
    citation: "OWASP Top 10 for LLM Applications (2025)",
    url: "https://genai.owasp.org/llm-top-10/",
  },
  "rules-of-ml": {
    kind: "book",
    citation: "Zinkevich, Rules of Machine Learning (Google)",
    url: "https://developers.google.com/machine-learning/guides/rules-of-ml",
  },
  "ml-test-score": {
    kind: "paper",
    citation: "Breck et al. 2017, The ML Test Score (IEEE Big Data)",
    url: "https://doi.org/10.1109/BigData.2017.8258038",
  },
  "human-ai-guidelines": {
    kind: "paper",
    citation: "Amershi et al. 2019, Guidelines for Human-AI Interaction (CHI)",
    url: "https://doi.org/10.1145/3290605.3300233",
  },
  "human-evaluation-practice": {
    kind: "paper",
    citation:
      "van der Lee et al. 2019, Best practices for the human evaluation of automatically generated text (INLG)",
    url: "https://doi.org/10.18653/v1/W19-8643",
  },
  "scaling-laws": paper("Kaplan et al. 2020", "2001.08361"),
  chinchilla: paper("Hoffmann et al. 2022 (Chinchilla)", "2203.15556"),
  bloomberggpt: paper("Wu et al. 2023 (BloombergGPT)", "2303.17564"),
  "few-shot": paper("Brown et al. 2020", "2005.14165"),
  "chain-of-thought": paper("Wei et al. 2022", "2201.11903"),
  "prompt-tuning": paper("Lester et al. 2021 (prompt tuning)", "2104.08691"),
  "prefix-tuning": paper("Li and Liang 2021 (prefix tuning)", "2101.00190"),
  lora: paper("Hu et al. 2021 (LoRA)", "2106.09685"),
  qlora: paper("Dettmers et al. 2023 (QLoRA)", "2305.14314"),
  zero: paper("Rajbhandari et al. 2019 (ZeRO)", "1910.02054"),
  "learns-less": paper("Biderman et al. 2024, LoRA Learns Less and Forgets Less", "2405.09673"),
  lima: paper("Zhou et al. 2023 (LIMA)", "2305.11206"),
  instructgpt: paper("Ouyang et al. 2022 (InstructGPT)", "2203.02155"),
  ppo: paper("Schulman et al. 2017 (PPO)", "1707.06347"),
  "rlhf-secrets": paper("Zheng et al. 2023, Secrets of RLHF, part I", "2307.04964"),
  "reward-overoptimisation": paper("Gao et al. 2022, reward model overoptimization", "2210.10760"),
  dpo: paper("Rafailov et al. 2023 (DPO)", "2305.18290"),
  helm: paper("Liang et al. 2022 (HELM)", "2211.09110"),
  "llm-judge": paper("Zheng et al. 2023, Judging LLM-as-a-Judge", "2306.05685"),
  "red-teaming": paper("Ganguli et al. 2022, Red Teaming Language Models", "2209.07858"),
  "automated-red-teaming": paper("Perez et al. 2022, Red Teaming with Language Models", "2202.03286"),
  "model-cards": paper("Mitchell et al. 2018, Model Cards for Model Reporting", "1810.03993"),
  datasheets: paper("Gebru et al. 2018, Datasheets for Datasets", "1803.09010"),
  gptq: paper("Frantar et al. 2022 (GPTQ)", "2210.17323"),
  awq: paper("Lin et al. 2023 (AWQ)", "2306.00978"),
  "knowledge-distillation": paper("Hinton et al. 2015 (distillation)", "1503.02531"),
  minillm: paper("Gu et al. 2023 (MiniLLM)", "2306.08543"),
  sparsegpt: paper("Frantar and Alistarh 2023 (SparseGPT)", "2301.00774"),
  minitron: paper("Muralidharan et al. 2024, pruning and distillation", "2407.14679"),
  vllm: paper("Kwon et al. 2023 (vLLM)", "2309.06180"),
  "speculative-decoding": paper("Leviathan et al. 2022, speculative decoding", "2211.17192"),
  rag: paper("Lewis et al. 2020 (retrieval-augmented generation)", "2005.11401"),
  react: paper("Yao et al. 2022 (ReAct)", "2210.03629"),
  agentbench: paper("Liu et al. 2023 (AgentBench)", "2308.03688"),
} as const satisfies Record<string, SourceRecord>;

export type SourceId = keyof typeof records;

/** A published work, a law, a standard, or "Phasewise default", which says that a figure or wording is ours. */
export interface Source extends SourceRecord {
  readonly id: SourceId;
}

/** A source and the place in it: an article, a section, a function; null for the whole. */
export interface Citation {
  readonly source: SourceId;
  readonly at: string | null;
}

function isSourceId(id: string): id is SourceId {
  return id in records;
}

export const sources: readonly Source[] = Object.keys(records)
  .filter(isSourceId)
  .map((id) => ({ id, ...records[id] }));

export function sourceById(id: SourceId): Source {
  return { id, ...records[id] };
}

/** `cite("eu-ai-act", "Article 14")` */
export function cite(source: SourceId, at: string | null = null): Citation {
  return { source, at };
}

/** `tellCitation(cite("eu-ai-act", "Article 14"))` → "EU AI Act, Regulation (EU) 2024/1689, Article 14" */
export function tellCitation({ source, at }: Citation): string {
  const { citation } = records[source];
  return at === null ? citation : `${citation}, ${at}`;
}
