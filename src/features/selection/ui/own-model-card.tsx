"use client";

import type { ReactNode } from "react";
import { type OwnModelQuestion, tell } from "@/planning";
import { Card } from "@/ui/card";
import { Field } from "@/ui/field";
import { Link } from "@/ui/link";
import { NumberInput } from "@/ui/number-input";
import { Select } from "@/ui/select";
import type { ShortlistAnswer } from "../queries";
import type { Selection } from "./use-selection";

const distances = {
  near: "Near: everyday or web-like text",
  related: "Related: a field written about in public",
  far: "Far: data the web has not",
} as const;

const questions = {
  domainDistance: "how far the domain is from what models have read",
  domainTokens: "how many tokens of the domain's own text there are",
  maxDays: "how many days the run may take",
  budgetUsd: "what it may cost",
} as const satisfies Record<OwnModelQuestion, string>;

const verdicts = {
  "pre-train": "Training our own is within reach",
  "continue-pre-training": "Train an existing model further on the domain's text",
  adapt: "Take an existing model and adapt it",
} as const;

const courses = {
  "pre-train": "training our own",
  "continue-pre-training": "training one further",
  adapt: "adapting one",
} as const;

/** "Existing, or train our own?": planning's verdict with the arithmetic behind each of its rules. */
export function OwnModelCard({
  base,
  data: { own, accelerators, currency },
  selection: { address, errors, change },
}: {
  base: string;
  data: ShortlistAnswer;
  selection: Selection;
}) {
  const { asked, fromBrief, answer, open } = own;
  const number = (name: string, label: string, unit: string, start: number | null, hint: ReactNode) => (
    <Field label={label} error={errors[name]} hint={hint}>
      <NumberInput
        unit={unit}
        min={0}
        value={address[name] ?? start ?? ""}
        onChange={(event) => change(name, event.target.value)}
      />
    </Field>
  );
  const ofBrief = (anchor: string, said: string | null) => (
    <>
      <Link href={`${base}/brief#${anchor}`} className="underline underline-offset-2 hover:text-ink">
        Brief
      </Link>
      : {said ?? "not said"}
    </>
  );
  const chip = accelerators.find(({ id }) => id === asked.accelerator)?.name ?? asked.accelerator;
  return (
    <Card title="Existing, or train our own?">
      <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
        <Field label="Distance of the domain" hint="From what existing models have read.">
          <Select
            value={address.domainDistance ?? ""}
            onChange={({ target: { value } }) => change("domainDistance", value === "" ? null : value)}
          >
            <option value="">Not said yet</option>
            {Object.entries(distances).map(([value, words]) => (
              <option key={value} value={value}>
                {words}
              </option>
            ))}
          </Select>
        </Field>
        {number(
          "domainTokens",
          "Own text",
          "tokens",
          fromBrief.domainTokens,
          ofBrief(
            "brief-data",
            fromBrief.domainTokens === null ? null : `${tell(fromBrief.domainTokens)} tokens`,
          ),
        )}
        {number(
          "generalTokens",
          "General text",
          "tokens",
          fromBrief.generalTokens,
          "Mixed in; none until said.",
        )}
        {number(
          "parametersBillions",
          "Size of the model",
          "billion",
          fromBrief.parameters / 1e9,
          "Parameters; 7 billion is the plan's default.",
        )}
        {number(
          "trainingAccelerators",
          "At once",
          "accelerators",
          fromBrief.accelerators,
          `${chip}; 64 is the plan's default.`,
        )}
        {number(
          "maxDays",
          "Time for the run",
          "days",
          fromBrief.maxDays,
          ofBrief(
            "brief-limits",
            fromBrief.maxDays === null ? null : `${tell(fromBrief.maxDays)} days to the deadline`,
          ),
        )}
        {number(
          "budgetUsd",
          "Budget for the run",
          "USD",
          fromBrief.budgetUsd,
          currency === "USD"
            ? ofBrief(
                "brief-limits",
                fromBrief.budgetUsd === null
                  ? null
                  : `${tell(fromBrief.budgetUsd)} USD, of the whole project`,
              )
            : `The brief's is in ${currency}; rents are listed in USD.`,
        )}
      </div>
      <div role="status" className="mt-4">
        {answer === null ? (
          <p className="text-sm">
            No verdict yet. Say {open.map((question) => questions[question]).join("; ")}.
          </p>
        ) : (
          <p className="font-semibold">{verdicts[answer.verdict]}</p>
        )}
      </div>
      {answer !== null && (
        <>
          <ol className="mt-2 grid gap-3 md:grid-cols-2">
            {answer.reasons.map(({ rule, sentence, allows, figures, source }) => (
              <li key={rule} className="min-w-0 rounded-md bg-sunk p-3 text-sm [overflow-wrap:anywhere]">
                <p>{sentence}</p>
                <p className="mt-1 text-xs text-muted">
                  Leaves open: {allows.map((course) => courses[course]).join(", ")}.
                </p>
                {Object.keys(figures).length > 0 && (
                  <dl className="mt-2 grid grid-cols-[minmax(0,1fr)_auto] gap-x-3 gap-y-0.5 text-xs tabular-nums">
                    {Object.entries(figures).map(([name, value]) => (
                      <div key={name} className="contents">
                        <dt className="text-muted">{figureNames[name] ?? name}</dt>
                        <dd className="text-right">{tell(value)}</dd>
                      </div>
                    ))}
                  </dl>
                )}
                <p className="mt-1.5 text-xs text-muted">{source}</p>
              </li>
            ))}
          </ol>
          <p className="mt-3 max-w-4xl text-xs text-muted">
            Rules of thumb for people to weigh: the most ambitious course that every one of them leaves open.
            Of the run's machines alone; people cost more below some ten billion parameters, and trials and
            failed runs come on top.
          </p>
        </>
      )}
    </Card>
  );
}

const figureNames: Readonly<Record<string, string>> = {
  domainTokens: "Own text, tokens",
  generalTokens: "General text, tokens",
  usableTokens: "Read four times, tokens",
  neededTokens: "Wanted at 20 per parameter, tokens",
  fewestTokensToContinue: "Fewest to train further on, tokens",
  maxDays: "There are, days",
  accelerators: "Accelerators at once",
  preTrainingDays: "Training our own, days",
  preTrainingAcceleratorHours: "Training our own, accelerator-hours, P50",
  preTrainingAcceleratorHoursP90: "Training our own, accelerator-hours, P90",
  continuingDays: "Training further, days",
  budgetUsd: "There are, USD",
  usdPerAcceleratorHour: "An accelerator-hour, USD",
  preTrainingUsd: "Training our own, USD, P50",
  preTrainingUsdP90: "Training our own, USD, P90",
  continuingUsd: "Training further, USD, P50",
};
