import type { StackGroup } from "@/ui/charts/stacked-bars";
import type { TimelineRow } from "@/ui/charts/timeline-bars";
import { formatPersonDays } from "@/ui/format";
import { type PhaseTone, phaseSteps } from "@/ui/glyphs/phase-tone";

function group(
  name: string,
  [scope, select, align, build]: readonly [number, number, number, number],
): StackGroup {
  const amounts = { scope, select, align, build };
  const write = (personDays: number) => formatPersonDays(personDays, { short: true });
  return {
    id: name,
    name,
    total: `${scope + select + align + build}`,
    href: "#content",
    amounts,
    values: { scope: write(scope), select: write(select), align: write(align), build: write(build) },
  };
}

export const effortByQuarter = [
  group("Q3", [30, 22, 18, 4]),
  group("Q4", [22, 30, 64, 20]),
  group("Q1", [10, 16, 92, 48]),
  group("Q2", [6, 8, 50, 70]),
];

export const effortByProject = [
  group("Support assistant", [12, 14, 40, 20]),
  group("Clinical summaries", [22, 20, 70, 30]),
  group("Finance model, pre-trained on our own corpus", [40, 60, 380, 130]),
  group("Entity extraction", [8, 10, 0, 13]),
  group("Edge translator", [0, 0, 0, 0]),
];

export const expertise = [
  { name: "Data engineering", cells: ["8 / 40", "34 / 36", "12 / 10", "–"], load: [0.2, 0.94, 1.2, null] },
  { name: "Fine-tuning", cells: ["–", "10 / 22", "41 / 20", "9 / 4"], load: [null, 0.45, 2.05, 2.25] },
  { name: "Evaluation", cells: ["4 / 60", "22 / 40", "28 / 30", "–"], load: [0.07, 0.55, 0.93, null] },
  { name: "Serving", cells: ["–", "19 / 19", "–", "0 / 6"], load: [null, 1, null, 0] },
].map(({ name, cells, load }) => ({
  id: name,
  name,
  cells: cells.map((text, place) => ({
    id: `${name} ${place}`,
    text,
    label: `${name}: ${text.replace(" / ", " needed of ")} person-days`,
    load: load[place] ?? null,
    ...(text === "–" ? {} : { href: "#content" }),
  })),
}));

export const finish = Array.from({ length: 27 }, (_, place) => {
  const distance = (place - 9) / 5.2;
  return {
    name: `week ${place + 1}`,
    count: Math.round(900 * Math.exp(-0.5 * distance ** 2 * (place > 9 ? 0.45 : 1.3))),
    late: place > 19,
  };
});

export const drivers = [
  {
    id: "a",
    name: "Decision: fine-tune, or retrieval first?",
    value: "38\u00a0%",
    share: 1,
    href: "#content",
  },
  { id: "b", name: "Passes of fine-tuning", value: "24\u00a0%", share: 0.63 },
  { id: "c", name: "De-identification", value: "17\u00a0%", share: 0.45 },
];

export const parts = phaseSteps.map(({ tone, name }, place) => ({
  id: tone,
  name,
  tone,
  amount: [22, 20, 70, 30][place] ?? 0,
  value: formatPersonDays([22, 20, 70, 30][place] ?? 0, { short: true }),
  href: "#content",
}));

export const ticks = ["Nov", "Dec", "Jan", "Feb", "Mar", "Apr", "May", "Jun"].map((name, place) => ({
  name,
  at: place / 8,
}));

const task = (
  name: string,
  tone: PhaseTone,
  start: number,
  p50: number,
  p95: number,
  state: "done" | "critical" | "planned" | "tentative",
): TimelineRow => ({
  id: name,
  name,
  href: "#content",
  tone,
  start,
  p50,
  p95,
  words: ["1 Nov 2026", "9 Jan 2027", "2 Feb 2027"],
  critical: state === "critical",
  done: state === "done",
  tentative: state === "tentative",
});

export const tasks = [
  task("Scope the use case", "scope", 0, 0.1, 0.11, "done"),
  task("Collect and de-identify notes", "select", 0.08, 0.28, 0.33, "critical"),
  task("Choose base model", "select", 0.16, 0.26, 0.32, "critical"),
  task("Prompt baseline and evaluation set", "align", 0.26, 0.38, 0.42, "planned"),
  task("Fine-tune with LoRA, pass 1", "align", 0.38, 0.52, 0.59, "critical"),
  task("Fine-tune, pass 2", "align", 0.57, 0.69, 0.79, "tentative"),
  task("Compress to 4-bit, serve", "build", 0.66, 0.78, 0.87, "critical"),
  task("Pilot in two wards, with a name that does not fit", "build", 0.78, 0.92, 1, "critical"),
];
