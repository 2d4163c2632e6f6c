import type { StackGroup } from "@/ui/charts/stacked-bars";
import { formatPersonDays } from "@/ui/format";
import { phaseSteps } from "@/ui/glyphs/phase-tone";

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
