"use client";

import type { ReactNode } from "react";
import { hostingNames, licenceNames } from "@/features/projects/ui";
import { hostings, licenceNeeds, servedPrecisions, tell } from "@/planning";
import { Button } from "@/ui/button";
import { Card } from "@/ui/card";
import { Field } from "@/ui/field";
import { Link } from "@/ui/link";
import { NumberInput } from "@/ui/number-input";
import { Select } from "@/ui/select";
import type { ShortlistAnswer } from "../queries";
import type { Selection } from "./use-selection";

const figures = [
  { name: "requestsPerDay", label: "Volume", unit: "requests a day", anchor: "brief-use" },
  { name: "promptTokens", label: "Tokens in", unit: "tokens", anchor: "brief-use" },
  { name: "outputTokens", label: "Tokens out", unit: "tokens", anchor: "brief-use" },
  { name: "latencySeconds", label: "Latency", unit: "seconds", anchor: "brief-use" },
] as const;

const limitNames = [
  ...figures.map(({ name }) => name),
  "hosting",
  "licence",
  "accelerator",
  "mostAccelerators",
  "precision",
  "mostUsdPerMonth",
] as const;

/** What the brief asks of a model, each with the way to where it says so; other limits can be tried without changing it. */
export function RequirementsCard({
  base,
  data,
  selection,
}: {
  base: string;
  data: ShortlistAnswer;
  selection: Selection;
}) {
  const { address, errors, change, forget } = selection;
  const { given, now } = data;
  const tried = limitNames.filter((name) => address[name] !== undefined);
  const back = (name: string, label: string): ReactNode =>
    address[name] !== undefined && (
      <>
        .{" "}
        <button
          type="button"
          className="text-accent underline underline-offset-2"
          onClick={() => change(name, null)}
        >
          Back to it<span className="sr-only">: {label}</span>
        </button>
      </>
    );
  const ofBrief = (name: string, label: string, said: string | null, anchor: string): ReactNode => (
    <>
      <Link href={`${base}/brief#${anchor}`} className="underline underline-offset-2 hover:text-ink">
        Brief<span className="sr-only"> on {label}</span>
      </Link>
      : {said ?? "not settled yet"}
      {back(name, label)}
    </>
  );
  const standard = (name: string, label: string, said: string): ReactNode => (
    <>
      {said}
      {back(name, label)}
    </>
  );
  return (
    <Card
      title="What is asked of a model"
      hint={tried.length === 0 ? "as the brief says" : `${tried.length} tried out, the brief stays as it is`}
      actions={
        tried.length > 0 && (
          <Button size="sm" variant="ghost" onClick={() => forget(tried)}>
            All as the brief says
          </Button>
        )
      }
    >
      <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
        {figures.map(({ name, label, unit, anchor }) => (
          <Field
            key={name}
            label={label}
            error={errors[name]}
            hint={ofBrief(name, label, given[name] === null ? null : `${tell(given[name])} ${unit}`, anchor)}
          >
            <NumberInput
              unit={unit}
              min={0}
              value={address[name] ?? given[name] ?? ""}
              onChange={(event) => change(name, event.target.value)}
            />
          </Field>
        ))}
        <Field
          label="Where it may run"
          hint={ofBrief(
            "hosting",
            "Where it may run",
            given.hosting === null ? null : hostingNames[given.hosting],
            "brief-limits",
          )}
        >
          <Select
            value={address.hosting ?? given.hosting ?? ""}
            onChange={(event) => change("hosting", event.target.value)}
          >
            <option value="">Not settled</option>
            {hostings.map((value) => (
              <option key={value} value={value}>
                {hostingNames[value]}
              </option>
            ))}
          </Select>
        </Field>
        <Field
          label="Licence"
          hint={ofBrief(
            "licence",
            "Licence",
            given.licence === null ? null : licenceNames[given.licence],
            "brief-limits",
          )}
        >
          <Select
            value={address.licence ?? given.licence ?? ""}
            onChange={(event) => change("licence", event.target.value)}
          >
            <option value="">Not settled</option>
            {licenceNeeds.map((value) => (
              <option key={value} value={value}>
                {licenceNames[value]}
              </option>
            ))}
          </Select>
        </Field>
        <Field
          label="Served on"
          error={errors.accelerator}
          hint={standard(
            "accelerator",
            "Served on",
            `${rentInWords(data)} Workspace: ${nameOf(data, given.accelerator)}`,
          )}
        >
          <Select value={now.accelerator} onChange={(event) => change("accelerator", event.target.value)}>
            {[...new Set(data.accelerators.map(({ vendor }) => vendor))].map((vendor) => (
              <optgroup key={vendor} label={vendor}>
                {data.accelerators
                  .filter((one) => one.vendor === vendor)
                  .map(({ id, name }) => (
                    <option key={id} value={id}>
                      {name}
                    </option>
                  ))}
              </optgroup>
            ))}
          </Select>
        </Field>
        <Field
          label="At most for one copy"
          error={errors.mostAccelerators}
          hint={standard(
            "mostAccelerators",
            "At most for one copy",
            "Phasewise default: 8, as many as one machine has",
          )}
        >
          <NumberInput
            unit="accelerators"
            min={1}
            value={address.mostAccelerators ?? given.mostAccelerators}
            onChange={(event) => change("mostAccelerators", event.target.value)}
          />
        </Field>
        <Field
          label="Weights in"
          hint={standard("precision", "Weights in", "Phasewise default: bf16; fewer bits cost some quality")}
        >
          <Select
            value={address.precision ?? given.precision}
            onChange={(event) => change("precision", event.target.value)}
          >
            {servedPrecisions.map((value) => (
              <option key={value} value={value}>
                {value}
              </option>
            ))}
          </Select>
        </Field>
        <Field
          label="At most a month"
          error={errors.mostUsdPerMonth}
          hint={standard(
            "mostUsdPerMonth",
            "At most a month",
            "The brief's budget is the project's, not a month's: none until tried",
          )}
        >
          <NumberInput
            unit="USD"
            min={0}
            value={address.mostUsdPerMonth ?? ""}
            onChange={(event) => change("mostUsdPerMonth", event.target.value)}
          />
        </Field>
      </div>
      <div className="mt-4 text-sm text-muted">
        <p>Nobody here says of any model:</p>
        <ul className="list-disc pl-5">
          {data.neverSaid.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </div>
    </Card>
  );
}

function nameOf({ accelerators }: ShortlistAnswer, id: string): string {
  return accelerators.find((one) => one.id === id)?.name ?? id;
}

function rentInWords({ rentOfAccelerator: rent, currency }: ShortlistAnswer): string {
  if (rent === null) return "Nobody lists a rent for it.";
  if (rent.origin === "workspace") return `${tell(rent.usdPerHour)} USD an hour, the workspace's rate.`;
  const rate = currency === "USD" ? "" : `; the workspace's own rate is in ${currency}, list prices are not`;
  return `${tell(rent.usdPerHour)} USD an hour, ${bases[rent.basis]} of ${rent.asOf}${rate}.`;
}

const bases = { list: "list price", spot: "interruptible price", estimate: "estimate" } as const;
