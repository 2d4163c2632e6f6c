export type ParsedHolidays = {
  readonly days: readonly { readonly on: string; readonly name: string }[];
  readonly faults: readonly { readonly line: number; readonly message: string }[];
};

const months = "january february march april may june july august september october november december".split(
  " ",
);

const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)/;
const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4})(?!\d)/;
const spelled = /^(\d{1,2})\.?\s+([A-Za-z]{3,9})\.?,?\s+(\d{4})(?!\d)/;
const slashed = /^\d{1,4}\/\d{1,2}\/\d{1,4}/;

/**
 * A pasted list of days, one on each line with its name behind it: "2026-12-25 Christmas Day", "25.12.2026; Christmas Day" or
 * "25 December 2026, Christmas Day". Each line that is no such day is named, and the others stand.
 */
export function parseHolidays(text: string): ParsedHolidays {
  const days: { on: string; name: string }[] = [];
  const faults: { line: number; message: string }[] = [];
  text.split(/\r?\n/).forEach((raw, place) => {
    const line = raw.trim();
    if (line === "") return;
    const refuse = (message: string) => faults.push({ line: place + 1, message });
    if (slashed.test(line)) {
      refuse("With slashes a date can mean two days: write it as 2026-12-25.");
      return;
    }
    const found = findDay(line);
    if (found === null) {
      refuse("This begins with no date: write it as 2026-12-25 Christmas Day.");
      return;
    }
    const { on, rest } = found;
    const name = rest.replace(/^[\s,;:|–-]+/u, "").trim();
    if (!isDay(on)) refuse(`There is no such day as ${on}, or it is not between 2000 and 2099.`);
    else if (name === "") refuse("The name of the day is missing.");
    else if (name.length > 80) refuse("Please keep the name within 80 characters.");
    else if (days.some((day) => day.on === on)) refuse(`${on} is in the list already.`);
    else days.push({ on, name });
  });
  return { days, faults };
}

function findDay(line: string): { on: string; rest: string } | null {
  const [whole = "", first = "", second = "", third = ""] =
    iso.exec(line) ?? dotted.exec(line) ?? spelled.exec(line) ?? [];
  if (whole === "") return null;
  const rest = line.slice(whole.length);
  if (first.length === 4) return { on: day(first, second, third), rest };
  const month = /^\d/.test(second)
    ? second
    : String(months.findIndex((name) => name.startsWith(second.toLowerCase())) + 1);
  return month === "0" ? null : { on: day(third, month, first), rest };
}

const day = (year: string, month: string, date: string) =>
  `${year}-${month.padStart(2, "0")}-${date.padStart(2, "0")}`;

function isDay(on: string): boolean {
  const time = Date.parse(`${on}T00:00:00Z`);
  const isReal = !Number.isNaN(time) && new Date(time).toISOString().startsWith(on);
  return isReal && on >= "2000-01-01" && on <= "2099-12-31";
}
