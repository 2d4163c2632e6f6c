import { defaultParameters } from "../decisions/parameters";
import { calendarDaysBetween } from "../schedule/calendar";
import type { ScopingBrief } from "../scoping/brief";
import { type AcceleratorId, acceleratorById } from "../sizing/catalogue/accelerators";
import { defaultAccelerator } from "../sizing/plan-accelerator";
import { type PreTrainOrAdapt, preTrainOrAdapt } from "../sizing/pre-train-or-adapt";
import type { DomainDistance, PreTrainOrAdaptInput } from "../sizing/pre-train-reasons";

/** What "existing, or train our own" is judged by; null while nobody has said. */
export interface OwnModelCase {
  readonly domainDistance: DomainDistance | null;
  readonly domainTokens: number | null;
  readonly generalTokens: number;
  readonly parameters: number;
  readonly accelerator: AcceleratorId;
  readonly accelerators: number;
  readonly usdPerAcceleratorHour: number | null;
  readonly maxDays: number | null;
  readonly budgetUsd: number | null;
}

/** What has to be said before there is a verdict. */
const asked = ["domainDistance", "domainTokens", "maxDays", "budgetUsd"] as const;
export type OwnModelQuestion = (typeof asked)[number];

/** What a brief says of it: tokens where data are counted in them, days until its deadline, its budget where it is in dollars. */
export function ownModelCase(
  brief: Pick<ScopingBrief, "data" | "deadline" | "budgetMinor">,
  around: {
    readonly today: string;
    readonly accelerator: AcceleratorId;
    readonly usdPerAcceleratorHour: number | null;
    /** The whole project's budget in US dollars; null where it is in another currency. */
    readonly budgetUsd: number | null;
  },
): OwnModelCase {
  const { usdPerAcceleratorHour, budgetUsd, today } = around;
  const isPriced = usdPerAcceleratorHour !== null || acceleratorById(around.accelerator).rent !== null;
  // A run on a chip that nobody lists a rent for has no cost: the default one's is listed.
  const accelerator = isPriced ? around.accelerator : defaultAccelerator;
  return {
    domainDistance: null,
    domainTokens: tokensAtHand(brief),
    generalTokens: 0,
    parameters: defaultParameters["model-parameters-billions"] * 1e9,
    accelerator,
    accelerators: defaultParameters.accelerators,
    usdPerAcceleratorHour,
    maxDays: brief.deadline === null ? null : Math.max(0, calendarDaysBetween(today, brief.deadline)),
    budgetUsd,
  };
}

const multiples: Readonly<Record<string, number>> = {
  "": 1,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
};

/** Data that are counted in tokens, added up; null where none are. */
function tokensAtHand({ data }: Pick<ScopingBrief, "data">): number | null {
  const counted = data.flatMap(({ amount, unit }) => {
    const words = /^(?:(thousand|million|billion|trillion) )?tokens$/i.exec(unit.trim());
    const factor = words === null ? undefined : multiples[words[1]?.toLowerCase() ?? ""];
    return amount === null || factor === undefined ? [] : [amount * factor];
  });
  return counted.length === 0 ? null : counted.reduce((total, tokens) => total + tokens, 0);
}

export type OwnModelVerdict =
  | { readonly answer: PreTrainOrAdapt; readonly open: readonly [] }
  | { readonly answer: null; readonly open: readonly OwnModelQuestion[] };

/** Planning's verdict, or what has to be said first. */
export function judgeOwnModel(of: OwnModelCase): OwnModelVerdict {
  const { domainDistance, domainTokens, maxDays, budgetUsd, usdPerAcceleratorHour, ...known } = of;
  if (domainDistance === null || domainTokens === null || maxDays === null || budgetUsd === null)
    return { answer: null, open: asked.filter((question) => of[question] === null) };
  const input: PreTrainOrAdaptInput = {
    ...known,
    ...{ domainDistance, domainTokens, maxDays, budgetUsd },
    ...(usdPerAcceleratorHour === null ? {} : { usdPerAcceleratorHour }),
  };
  return { answer: preTrainOrAdapt(input), open: [] };
}
