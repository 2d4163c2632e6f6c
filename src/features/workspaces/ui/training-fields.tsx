"use client";

import { Plus, X } from "lucide-react";
import { disciplineName, disciplines, expertiseLevelName, expertiseLevels } from "@/planning";
import { Button } from "@/ui/button";
import { DateInput } from "@/ui/date-input";
import { Field } from "@/ui/field";
import { IconButton } from "@/ui/icon-button";
import { Select } from "@/ui/select";
import type { TrainingDraft } from "../schema";

/** What somebody is to learn: a level above today's, and the day from which it counts. One for each discipline. */
export function TrainingFields({
  trainings,
  levels,
  errorOf,
  onChange,
}: {
  trainings: readonly TrainingDraft[];
  /** Today's levels by discipline, as they stand in the form. */
  levels: Readonly<Record<string, number>>;
  errorOf: (field: string) => string | undefined;
  onChange: (trainings: readonly TrainingDraft[]) => void;
}) {
  const levelOf = (discipline: string) => levels[discipline] ?? 0;
  const free = disciplines.filter(
    ({ id }) => levelOf(id) < 4 && trainings.every(({ discipline }) => discipline !== id),
  );
  const next = free.find(({ id }) => levelOf(id) > 0) ?? free[0];
  const edit = (at: number, change: Partial<TrainingDraft>) =>
    onChange(trainings.map((one, place) => (place === at ? { ...one, ...change } : one)));
  return (
    <fieldset>
      <legend className="mb-1.5 text-sm font-medium">Training planned</legend>
      {trainings.length === 0 && (
        <p className="mb-2 text-sm text-muted">
          None. A training raises a level from its day on; until then today's level counts.
        </p>
      )}
      <ul className="grid gap-3">
        {trainings.map((training, at) => {
          const name = disciplineName(training.discipline);
          return (
            <li key={training.discipline} className="grid grid-cols-[1fr_auto] items-start gap-2">
              <div className="grid gap-2 sm:grid-cols-[1.2fr_1.15fr_1fr]">
                <Field label={`Discipline to learn${numbered(at)}`}>
                  <Select
                    value={training.discipline}
                    onChange={(event) => {
                      const chosen = disciplines.find(({ id }) => id === event.target.value);
                      if (chosen === undefined) return;
                      const level = Math.max(training.level, Math.min(4, levelOf(chosen.id) + 1));
                      edit(at, { discipline: chosen.id, level });
                    }}
                  >
                    {disciplines
                      .filter(({ id }) => id === training.discipline || free.some((one) => one.id === id))
                      .map((discipline) => (
                        <option key={discipline.id} value={discipline.id}>
                          {discipline.name}
                        </option>
                      ))}
                  </Select>
                </Field>
                <Field label={`Level to reach${numbered(at)}`} error={errorOf(`trainings.${at}.level`)}>
                  <Select
                    value={training.level}
                    onChange={(event) => edit(at, { level: Number(event.target.value) })}
                  >
                    {expertiseLevels
                      .filter(({ level }) => level > levelOf(training.discipline) || level === training.level)
                      .map(({ level }) => (
                        <option key={level} value={level}>
                          {level} · {expertiseLevelName(level)}
                        </option>
                      ))}
                  </Select>
                </Field>
                <Field label={`Counts from${numbered(at)}`} error={errorOf(`trainings.${at}.readyOn`)}>
                  <DateInput
                    value={training.readyOn}
                    onChange={(event) => edit(at, { readyOn: event.target.value })}
                  />
                </Field>
              </div>
              <IconButton
                className="mt-6.5"
                label={`Remove the training in ${name}`}
                onClick={() => onChange(trainings.filter((_, place) => place !== at))}
              >
                <X aria-hidden="true" className="size-4" />
              </IconButton>
            </li>
          );
        })}
      </ul>
      {next !== undefined && (
        <Button
          size="sm"
          className="mt-2"
          onClick={() =>
            onChange([...trainings, { discipline: next.id, level: levelOf(next.id) + 1, readyOn: "" }])
          }
        >
          <Plus aria-hidden="true" className="size-3.5" />
          Add a training
        </Button>
      )}
    </fieldset>
  );
}

function numbered(at: number): string {
  return at === 0 ? "" : ` (${at + 1})`;
}
