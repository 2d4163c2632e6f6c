// One way to write each kind of figure. Fixed to British English and UTC, so that server and browser write the same.

const minus = "−";
const thinSpace = "\u202f";

const number = (digits: number) =>
  new Intl.NumberFormat("en-GB", { minimumFractionDigits: 0, maximumFractionDigits: digits });
const whole = number(0);
const tenth = number(1);

/** A count of days: one decimal below ten, whole above. */
export function formatDays(days: number): string {
  return withMinus((Math.abs(days) < 10 ? tenth : whole).format(days));
}

/** `formatPersonDays(86.4)` → "86 person-days"; `short` → "86 pd" */
export function formatPersonDays(personDays: number, short = false): string {
  return `${formatDays(personDays)}${short ? `${thinSpace}pd` : ` person-${personDays === 1 ? "day" : "days"}`}`;
}

/** A difference with its sign: "+12 d", "−3 d", "±0 d". */
export function formatSignedDays(days: number, unit = "d"): string {
  const rounded = Math.abs(days) < 0.05 ? 0 : days;
  const sign = rounded === 0 ? "±" : rounded > 0 ? "+" : minus;
  return `${sign}${formatDays(Math.abs(rounded))}${thinSpace}${unit}`;
}

/** Minor units as money: "€18,400"; `compact` → "€18k". */
export function formatMoney(minor: number, currency: string, compact = false): string {
  const format = new Intl.NumberFormat("en-GB", {
    style: "currency",
    currency,
    ...(compact
      ? { notation: "compact", maximumSignificantDigits: 3 }
      : { maximumFractionDigits: 0, minimumFractionDigits: 0 }),
  });
  return withMinus(format.format(minor / 10 ** minorDigits(currency)));
}

export function formatSignedMoney(minor: number, currency: string): string {
  const sign = minor === 0 ? "±" : minor > 0 ? "+" : minus;
  return `${sign}${formatMoney(Math.abs(minor), currency, true)}`;
}

/** How many digits of minor units the currency has: 2 for EUR, 0 for JPY. */
export function minorDigits(currency: string): number {
  return (
    new Intl.NumberFormat("en-GB", { style: "currency", currency }).resolvedOptions().maximumFractionDigits ??
    2
  );
}

/** `formatPercent(0.623)` → "62 %" */
export function formatPercent(share: number): string {
  return `${whole.format(share * 100)}${thinSpace}%`;
}

export function formatCount(count: number, singular: string, plural = `${singular}s`): string {
  return `${whole.format(count)} ${count === 1 ? singular : plural}`;
}

export function formatHours(hours: number): string {
  return `${whole.format(hours)}${thinSpace}h`;
}

const day = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", timeZone: "UTC" });
const dayAndYear = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "short",
  year: "numeric",
  timeZone: "UTC",
});
const monthAndYear = new Intl.DateTimeFormat("en-GB", { month: "short", year: "numeric", timeZone: "UTC" });

/** A calendar day or a moment, as "9 Apr 2027"; without the year as "9 Apr". */
export function formatDate(date: string | Date, withYear = true): string {
  const moment = typeof date === "string" ? new Date(`${date.slice(0, 10)}T00:00:00Z`) : date;
  return (withYear ? dayAndYear : day).format(moment);
}

export function formatMonth(date: string | Date): string {
  const moment = typeof date === "string" ? new Date(`${date.slice(0, 10)}T00:00:00Z`) : date;
  return monthAndYear.format(moment);
}

function withMinus(text: string): string {
  return text.replace("-", minus);
}
