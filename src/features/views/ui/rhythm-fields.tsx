"use client";

import { Field } from "@/ui/field";
import { Select } from "@/ui/select";
import type { Rhythm } from "../letters.schema";
import { clockWords, weekdays } from "./rhythm-words";

/** When letters go out: how often, on which day, at which hour of which time zone. */
export function RhythmFields({ rhythm, onChange }: { rhythm: Rhythm; onChange: (rhythm: Rhythm) => void }) {
  const { hour, timeZone } = rhythm;
  const begin = (frequency: string) => {
    if (frequency === "weekly") return onChange({ frequency, weekday: 1, hour, timeZone });
    if (frequency === "monthly") return onChange({ frequency, monthDay: 1, hour, timeZone });
    onChange({ frequency: "daily", hour, timeZone });
  };
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      <Field label="How often">
        <Select value={rhythm.frequency} onChange={(event) => begin(event.target.value)}>
          <option value="daily">Every day</option>
          <option value="weekly">Every week</option>
          <option value="monthly">Every month</option>
        </Select>
      </Field>
      {rhythm.frequency === "weekly" && (
        <Field label="On">
          <Select
            value={rhythm.weekday}
            onChange={(event) => onChange({ ...rhythm, weekday: Number(event.target.value) })}
          >
            {weekdays.map((name, place) => (
              <option key={name} value={place + 1}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
      )}
      {rhythm.frequency === "monthly" && (
        <Field label="On day">
          <Select
            value={rhythm.monthDay}
            onChange={(event) => onChange({ ...rhythm, monthDay: Number(event.target.value) })}
          >
            {monthDays.map((day) => (
              <option key={day} value={day}>
                {day}
              </option>
            ))}
          </Select>
        </Field>
      )}
      <Field label="At">
        <Select value={hour} onChange={(event) => onChange({ ...rhythm, hour: Number(event.target.value) })}>
          {hours.map((one) => (
            <option key={one} value={one}>
              {clockWords(one)}
            </option>
          ))}
        </Select>
      </Field>
      <Field label="Time zone">
        <Select value={timeZone} onChange={(event) => onChange({ ...rhythm, timeZone: event.target.value })}>
          {zonesWith(timeZone).map((name) => (
            <option key={name} value={name}>
              {name.replaceAll("_", " ")}
            </option>
          ))}
        </Select>
      </Field>
    </div>
  );
}

const hours = Array.from({ length: 24 }, (_, hour) => hour);
const monthDays = Array.from({ length: 28 }, (_, place) => place + 1);

/** Those the browser knows, and the one that is chosen, which another browser may have called otherwise. */
function zonesWith(chosen: string): string[] {
  return [...new Set([chosen, "UTC", ...Intl.supportedValuesOf("timeZone")])].sort();
}
