import type { RecordedSizing } from "../recorded-sizing";
import { type SizingFigure, tell, tellRough } from "./answer";

const noBreakSpace = "\u00a0";

/** `tellFigure({ name: "Rent", value: 2345.6, low: 1000, high: 5000, unit: "USD" })` → "2,346 USD (1,000 to 5,000)" */
export function tellFigure({ value, unit, low, high }: SizingFigure): string {
  if (low === undefined || high === undefined) return `${tell(value)}${noBreakSpace}${unit}`;
  return `${tellRough(value)}${noBreakSpace}${unit} (${tellRough(low)} to ${tellRough(high)})`;
}

/** What a calculation started from, in one line. */
export function tellSizing(sizing: RecordedSizing): string {
  switch (sizing.calculation) {
    case "serving-memory":
      return `${sizing.model} in ${sizing.precision}, ${tell(sizing.batch)} × ${tell(sizing.contextTokens)} tokens`;
    case "serving-fleet":
      return `${sizing.model} in ${sizing.precision} on ${sizing.accelerator}, ${tellRequests(sizing)}${sizing.latencySeconds === undefined ? "" : `, first token within ${tell(sizing.latencySeconds)} s`}${tellRent(sizing)}`;
    case "hosted-price":
      return `${sizing.model}${sizing.host === undefined ? "" : ` at ${sizing.host}`}, ${tellRequests(sizing)}`;
    case "training-cost":
      return `${tell(sizing.parameters / 1e9)} billion parameters, ${tell(sizing.tokens / 1e9)} billion tokens, ${tellMachines(sizing)}`;
    case "fine-tuning":
      return `${sizing.model} by ${methods[sizing.method]}, ${tell(sizing.epochs)} × ${tell(sizing.tokens / 1e6)} million tokens, ${tellMachines(sizing)}`;
    case "labelling":
      return `${tell(sizing.demonstrationPrompts)} demonstrations, ${tell(sizing.rankedPrompts)} × ${tell(sizing.answersPerPrompt)} ranked answers, ${tell(sizing.ratePerHour)} ${sizing.rateCurrency} an hour`;
    case "host-or-call":
      return `${sizing.model} in ${sizing.precision} on ${sizing.accelerator} or ${sizing.calledModel}, ${tellRequests(sizing)}${tellRent(sizing)}`;
  }
}

const methods = { full: "full tuning", lora: "LoRA", qlora: "QLoRA" } as const;

function tellRequests(of: { requestsPerDay: number; promptTokens: number; outputTokens: number }): string {
  const { requestsPerDay, promptTokens, outputTokens } = of;
  return `${tell(requestsPerDay)} requests a day of ${tell(promptTokens)} + ${tell(outputTokens)} tokens`;
}

type Rented = { rentPerHour?: number | undefined; rentCurrency?: string | undefined };

function tellRent({ rentPerHour, rentCurrency = "USD" }: Rented): string {
  return rentPerHour === undefined ? "" : `, ${tell(rentPerHour)} ${rentCurrency} an hour`;
}

function tellMachines(of: Rented & { accelerator: string; accelerators?: number | undefined }): string {
  return `${of.accelerators === undefined ? "" : `${tell(of.accelerators)} × `}${of.accelerator}${tellRent(of)}`;
}
