// One way to write each kind of figure. Fixed to British English and UTC, so that server and browser write the same.

const minus = "−";
/** Not the thin one, U+202F: Geist draws it so narrow that figure and unit run together. */
const noBreakSpace = "\u00a0";

const whole = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 0 });
const tenth = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 1 });

/** A count of days: one decimal below ten, whole above. */
export function formatDays(days: number): string {
  const text = (Math.abs(days) < 9.95 ? tenth : whole).format(days);
  return withMinus(text === "-0" ? "0" : text);
}

/** An estimate's three days: "2 – 3.5 – 8" */
export function formatThreePoint({
  optimistic,
  mostLikely,
  pessimistic,
}: {
  readonly optimistic: number;
  readonly mostLikely: number;
  readonly pessimistic: number;
}): string {
  return [optimistic, mostLikely, pessimistic].map(formatDays).join(" – ");
}

/** `formatPersonDays(86.4)` → "86 person-days"; short → "86 pd" */
export function formatPersonDays(personDays: number, { short = false } = {}): string {
  const days = formatDays(personDays);
  if (short) return `${days}${noBreakSpace}pd`;
  return `${days} person-${days === "1" ? "day" : "days"}`;
}

/** A difference with its sign: "+12 d", "−3 d", "±0 d". */
export function formatSignedDays(days: number, unit = "d"): string {
  return `${signed(formatDays(Math.abs(days)), days)}${noBreakSpace}${unit}`;
}

/** Minor units as money: 1840000 → "€18,400", 1250 → "€12.50"; compact: "€18.4k". */
export function formatMoney(minor: number, currency: string, { compact = false } = {}): string {
  const digits = minorDigits(currency);
  const amount = minor / 10 ** digits;
  const fraction = Math.abs(amount) < 100 && minor % 10 ** digits !== 0 ? digits : 0;
  const style = { style: "currency", currency } as const;
  const format =
    compact && Math.abs(amount) >= 1_000
      ? new Intl.NumberFormat("en-GB", { ...style, notation: "compact", maximumSignificantDigits: 3 })
      : new Intl.NumberFormat("en-GB", {
          ...style,
          minimumFractionDigits: fraction,
          maximumFractionDigits: fraction,
        });
  return withMinus(format.format(amount));
}

/** A difference of money, compact: "+€2.1k". */
export function formatSignedMoney(minor: number, currency: string): string {
  return signed(formatMoney(Math.abs(minor), currency, { compact: true }), minor);
}

/** How many digits of minor units the currency has: 2 for EUR, 0 for JPY. */
export function minorDigits(currency: string): number {
  const options = new Intl.NumberFormat("en-GB", { style: "currency", currency }).resolvedOptions();
  return options.maximumFractionDigits ?? 2;
}

/** `formatPercent(0.623)` → "62 %" */
export function formatPercent(share: number): string {
  return `${withMinus(whole.format(Math.round(share * 100) || 0))}${noBreakSpace}%`;
}

/** `formatCount(1, "decision")` → "1 decision" */
export function formatCount(count: number, singular: string, plural = `${singular}s`): string {
  return `${whole.format(count)} ${count === 1 ? singular : plural}`;
}

/** Machine time: "5.1 h" below ten, "1,240 h" above. */
export function formatHours(hours: number): string {
  return `${formatDays(hours)}${noBreakSpace}h`;
}

const day = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", timeZone: "UTC" });
const dayAndYear = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "short",
  year: "numeric",
  timeZone: "UTC",
});
const monthAndYear = new Intl.DateTimeFormat("en-GB", { month: "short", year: "numeric", timeZone: "UTC" });

/** A calendar day or a moment's day in UTC, as "9 Apr 2027"; without the year as "9 Apr". */
export function formatDate(date: string | Date, { withYear = true } = {}): string {
  return (withYear ? dayAndYear : day).format(atUtc(date));
}

/** "12 Jan – 9 Mar 2027"; both years where they differ; one day where both are the same. */
export function formatDateRange(from: string | Date, to: string | Date): string {
  const end = formatDate(to);
  if (formatDate(from) === end) return end;
  const sameYear = atUtc(from).getUTCFullYear() === atUtc(to).getUTCFullYear();
  return `${formatDate(from, { withYear: !sameYear })} – ${end}`;
}

/** "Apr 2027" */
export function formatMonth(date: string | Date): string {
  return monthAndYear.format(atUtc(date));
}

function atUtc(date: string | Date): Date {
  return typeof date === "string" ? new Date(`${date.slice(0, 10)}T00:00:00Z`) : date;
}

/** The sign belongs to what is shown: a difference that rounds to nothing has none. */
function signed(magnitude: string, value: number): string {
  const sign = /[1-9]/.test(magnitude) ? (value > 0 ? "+" : minus) : "±";
  return `${sign}${magnitude}`;
}

function withMinus(text: string): string {
  return text.replace("-", minus);
}
