import { calculationNames, describeEffect, phaseNames, tellFigure, tellSizing } from "@/planning";
import type { DecisionRecord } from "./records.queries";
import { costOfChangeNames, formatBytes, formatFigure, modelRows } from "./ui/evidence-words";

/** A part of a decision's record, whatever it is written as. */
export type RecordPart =
  | { readonly kind: "heading"; readonly level: 1 | 2 | 3; readonly text: string }
  /** As a person wrote it: Markdown of several lines. */
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "list"; readonly items: readonly string[] };

type Format = { readonly money: (minor: number) => string };
type Option = DecisionRecord["options"][number];

/** What is told of a decision, under the headings of MADR 4.0 (https://adr.github.io/madr/). */
export function partsOf(record: DecisionRecord, format: Format): RecordPart[] {
  const { standing } = record;
  const parts: RecordPart[] = [
    heading(1, record.question),
    heading(2, "Context and Problem Statement"),
    ...text(record.context),
    ...text(
      `Asked by ${record.askedBy} on ${day(record.askedAt)} in the phase ${phaseNames[record.phase]} of ${record.project.name}.`,
    ),
    ...drivers(record),
    heading(2, "Considered Options"),
    ...list(record.options.map(({ title }) => oneLine(title))),
    heading(2, "Decision Outcome"),
    ...(standing === null ? text("Not decided yet.") : outcome(standing, format)),
    heading(2, "Pros and Cons of the Options"),
    ...record.options.flatMap((option, place) => optionParts(record, option, place, format)),
  ];
  const more = moreInformation(record);
  return more.length === 0 ? parts : [...parts, heading(2, "More Information"), ...more];
}

export function statusOf({ state, supersededBy }: DecisionRecord): string {
  if (supersededBy !== null) return `superseded by D-${supersededBy.number}`;
  return state === "decided" ? "accepted" : "proposed";
}

export function oneLine(words: string): string {
  return words.replace(/\s+/g, " ").trim();
}

export function day(at: Date): string {
  return at.toISOString().slice(0, 10);
}

/** What the options were scored by. */
function drivers({ criteria }: DecisionRecord): RecordPart[] {
  if (criteria.length === 0) return [];
  const told = criteria.map(({ name, description, worst, best, unit, importance }) => {
    const scale = `from ${figure(worst, unit)} to ${figure(best, unit)}`;
    return `${oneLine(name)}, ${scale}, importance ${formatFigure(importance)}${description === "" ? "" : `: ${oneLine(description)}`}`;
  });
  return [heading(2, "Decision Drivers"), ...list(told)];
}

function outcome(standing: NonNullable<DecisionRecord["standing"]>, { money }: Format): RecordPart[] {
  const { before, after } = standing.plan;
  return [
    ...text(
      `Chosen option: "${oneLine(standing.option)}", decided by ${standing.decidedBy} on ${day(standing.decidedAt)}.`,
    ),
    ...text(standing.rationale),
    ...text(standing.objectionsAnswered, "Objections answered: "),
    ...text(standing.departure, "Why not what most voted for: "),
    heading(3, "Consequences"),
    ...list([
      `Finish (P80): ${before.finish.p80} before, ${after.finish.p80} after`,
      `Effort (P50): ${days(before.effortPersonDays.p50)} before, ${days(after.effortPersonDays.p50)} after`,
      `Cost (P50): ${money(before.costMinor.p50)} before, ${money(after.costMinor.p50)} after`,
      `Running cost a month (P50): ${money(before.monthlyCostMinor.p50)} before, ${money(after.monthlyCostMinor.p50)} after`,
    ]),
    ...(standing.reviewOn === null
      ? []
      : [heading(3, "Confirmation"), ...text(`To be looked at again on ${standing.reviewOn}.`)]),
  ];
}

function optionParts(
  { scoring }: DecisionRecord,
  option: Option,
  place: number,
  { money }: Format,
): RecordPart[] {
  const effects = option.effects.map((effect) => describeEffect(effect, money));
  const scored = scoring.findLast(({ scores }) => scores.length > 0);
  const scores = scored?.results[place]?.criteria ?? [];
  const costs = [
    option.costOfChangeLevel === null ? "" : costOfChangeNames[option.costOfChangeLevel],
    oneLine(option.costOfChange),
  ].filter((words) => words !== "");
  return [
    heading(3, option.title),
    ...text(option.description),
    ...list([
      ...option.pros.map((words) => `Good, because ${oneLine(words)}`),
      ...option.cons.map((words) => `Bad, because ${oneLine(words)}`),
    ]),
    ...text(costs.join(": "), "Cost of change: "),
    ...(effects.length === 0 ? text("Leaves the plan as it is.") : list(effects)),
    ...(scores.length === 0 ? [] : text(`Scores of round ${scored?.number}:`)),
    ...list(scores.map(tellScore)),
    ...(option.evidence.length === 0 ? [] : text("Evidence:")),
    ...list(option.evidence.map(tellEvidence)),
  ];
}

function tellScore({
  criterion,
  unit,
  median,
  lowest,
  highest,
  members,
}: DecisionRecord["scoring"][number]["results"][number]["criteria"][number]): string {
  const spread = lowest === highest ? "" : `, ${formatFigure(lowest)} to ${figure(highest, unit)}`;
  return `${oneLine(criterion)}: ${figure(median, unit)} (median of ${members}${spread})`;
}

function tellEvidence({ title, note, content, addedBy, addedAt, file }: Option["evidence"][number]): string {
  const said = note === "" ? "" : ` ${oneLine(note)}`;
  return `${oneLine(title)}: ${tellContent(content, file)}.${said} (${addedBy}, ${day(addedAt)})`;
}

function tellContent(
  content: Option["evidence"][number]["content"],
  file: Option["evidence"][number]["file"],
): string {
  switch (content.kind) {
    case "link":
      return `<${content.url}>`;
    case "result":
      return `${oneLine(content.metric)} ${figure(content.value, content.unit)} on ${oneLine(content.dataSet)} (${content.better} is better), measured by ${oneLine(content.measuredBy)} on ${content.measuredOn}`;
    case "file":
      return file === null
        ? "a file"
        : `file ${oneLine(file.name)}, ${formatBytes(file.sizeBytes)}, SHA-256 ${file.sha256}`;
    case "sizing": {
      const figures = content.figures.map((one) => `${one.name} ${tellFigure(one)}`);
      return `${calculationNames[content.sizing.calculation]}, ${tellSizing(content.sizing)}: ${figures.join(", ")}, as of ${content.asOf}`;
    }
    case "model": {
      const rows = modelRows(content.facts).map(([name, value]) => `${name} ${value}`);
      return `${content.facts.name} by ${content.facts.organization}; ${rows.join("; ")}; as of ${content.asOf}`;
    }
  }
}

function moreInformation(record: DecisionRecord): RecordPart[] {
  const { positions, outcomes, scoring, evidence, supersedes, dependsOn } = record;
  const stood = positions.map(
    ({ name, stance, option, reason, answer }) =>
      `${name}: ${stance}${option === null ? "" : ` (${oneLine(option)})`}${reason === "" ? "" : `, ${oneLine(reason)}`}${answer === null || answer === "" ? "" : ` Answered: ${oneLine(answer)}`}`,
  );
  const earlier = outcomes
    .filter(({ ended }) => ended !== null)
    .map(
      ({ option, decidedAt, ended }) =>
        `"${oneLine(option)}" on ${day(decidedAt)}, ${ended?.by ?? "ended"} on ${day(ended?.at ?? decidedAt)}: ${oneLine(ended?.reason ?? "")}`,
    );
  const rounds = scoring.map(
    ({ number, verdict, revealedAt, reason }) =>
      `Round ${number}${reason === "" ? "" : ` (${oneLine(reason)})`}, revealed on ${day(revealedAt ?? record.askedAt)}: ${verdict === "" ? "nobody scored." : verdict}`,
  );
  const under = (title: string, items: readonly string[]): RecordPart[] =>
    items.length === 0 ? [] : [heading(3, title), ...list(items)];
  return [
    ...under("Evidence on the decision", evidence.map(tellEvidence)),
    ...under("Scoring", rounds),
    ...under("Positions", stood),
    ...under("Earlier outcomes", earlier),
    ...(supersedes === null
      ? []
      : text(`Supersedes D-${supersedes.number}: ${oneLine(supersedes.question)}`)),
    ...(dependsOn.length === 0
      ? []
      : text(`Depends on ${dependsOn.map(({ number }) => `D-${number}`).join(", ")}.`)),
  ];
}

function heading(level: 1 | 2 | 3, words: string): RecordPart {
  return { kind: "heading", level, text: oneLine(words) };
}

function text(words: string, before = ""): RecordPart[] {
  return words === "" ? [] : [{ kind: "text", text: `${before}${words}` }];
}

function list(items: readonly string[]): RecordPart[] {
  return items.length === 0 ? [] : [{ kind: "list", items }];
}

function figure(value: number, unit: string): string {
  return unit === "" ? formatFigure(value) : `${formatFigure(value)} ${oneLine(unit)}`;
}

function days(personDays: number): string {
  return `${Math.round(personDays)} person-days`;
}
