// Compiles simulate.c, lets it forecast a network that we forecast too, and holds its results against ours.
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { luckOfRun } from "@/planning/estimation/own-luck";
import { quantileTable } from "@/planning/estimation/quantile-table";
import { quantilesOf } from "@/planning/estimation/quantiles";
import { sortedCopy } from "@/planning/estimation/sorted";
import { type ThreePoint, threePoint } from "@/planning/estimation/three-point";
import { blockFor, fillBlock, lanesPerBlock } from "@/planning/schedule/block";
import type { CompiledNetwork } from "@/planning/schedule/compile-network";
import type { DayCounts } from "@/planning/schedule/day-counts";
import type { Results } from "@/planning/schedule/results";

/** Milliseconds for all that a forecast keeps, and for finish and effort alone; null without a compiler. */
export function plainC(compiled: CompiledNetwork, results: Results): { all: number; bare: number } | null {
  if (spawnSync("cc", ["--version"]).status !== 0) return null;
  const folder = mkdtempSync(join(tmpdir(), "forecast-"));
  const [model, answer, program] = ["model", "answer", "simulate"].map((name) => join(folder, name));
  if (!model || !answer || !program) return null;
  try {
    const days = Math.ceil(Math.max(...results.perRun.finish) - compiled.network.base) + 3;
    writeFileSync(model, modelOf(compiled, results, days));
    execFileSync("cc", ["-O3", "-o", program, "benchmarks/forecast/simulate.c", "-lm"]);
    const times = execFileSync(program, [model, answer], { encoding: "utf8" });
    compare(readFileSync(answer), compiled, results, days);
    const [all = 0, bare = 0] = times.trim().split(" ").map(Number);
    return { all, bare };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function modelOf(compiled: CompiledNetwork, results: Results, days: number): Buffer {
  const { network, tasks, ends, scoreWeights } = compiled;
  const { runs } = results;
  const links = tasks.map((task) => task.links.map(({ from }) => from));
  let end = 0;
  const linkEnds = [0, ...links.map((own) => (end += own.length))];
  const byId = new Map(network.tasks.map((task) => [task.id, task]));
  const points = ({ optimistic, mostLikely, pessimistic }: ThreePoint) => [
    optimistic,
    mostLikely,
    pessimistic,
  ];
  const estimates = tasks.flatMap(({ id }) => {
    const task = byId.get(id);
    return task ? [...points(task.effortPersonDays), ...points(task.durationWorkingDays)] : [];
  });
  const shapes = Array.from({ length: 65 }, (_, mode) => [
    ...quantileTable(threePoint(0, mode / 64, 1), "pert-beta").subarray(0, -1),
  ]);
  return Buffer.concat([
    ints([tasks.length, runs, end, days, ends.length]),
    doubles([
      network.base,
      network.personDayCostMinor,
      network.acceleratorHourCostMinor,
      network.oneOffCostMinor,
    ]),
    ints(tasks.map((task) => task.luckOfPass(1))),
    ints(linkEnds),
    ints(links.flat()),
    ints(ends),
    ints(Array.from({ length: runs }, (_, run) => luckOfRun(run))),
    new Uint8Array(Float32Array.from(scoreWeights[0]?.ownSteps ?? []).buffer),
    doubles(sharedOf(compiled, results)),
    doubles(estimates),
    doubles(shapes.flat()),
  ]);
}

/** What the shared factors add in every run. */
function sharedOf(compiled: CompiledNetwork, results: Results): Float64Array {
  const block = blockFor([compiled]);
  const shared = new Float64Array(results.runs);
  for (let from = 0; from < results.runs; from += lanesPerBlock) {
    const count = Math.min(lanesPerBlock, results.runs - from);
    fillBlock(
      block,
      compiled,
      Int32Array.from({ length: count }, (_, lane) => from + lane),
      results,
    );
    shared.set(block.shared[0]?.subarray(0, count) ?? [], from);
  }
  return shared;
}

function ints(values: readonly number[]): Uint8Array {
  return new Uint8Array(Int32Array.from(values).buffer);
}

function doubles(values: Iterable<number>): Uint8Array {
  return new Uint8Array(Float64Array.from(values).buffer);
}

/** Throws unless every figure is ours: counts exactly, what is summed but for rounding. */
function compare(answer: Buffer, { tasks, network }: CompiledNetwork, results: Results, days: number): void {
  let at = 0;
  const floats = (count: number) =>
    Array.from({ length: count }, () => {
      at += 8;
      return answer.readDoubleLE(at - 8);
    });
  const counts = (count: number) =>
    Array.from({ length: count }, () => {
      at += 4;
      return answer.readInt32LE(at - 4);
    });
  const same = (what: string, theirs: readonly number[], ours: Iterable<number>) => {
    const expected = [...ours];
    const apart = theirs.findIndex((value, place) => {
      const own = expected[place] ?? Number.NaN;
      return !(Math.abs(value - own) <= 1e-9 * (1 + Math.abs(own)));
    });
    if (expected.length !== theirs.length || apart >= 0)
      throw new Error(`The C program's ${what} is ${theirs[apart]} at ${apart}, ours ${expected[apart]}.`);
  };
  const { finish, effortPersonDays, costMinor, machineCostMinor } = results.perRun;
  const perRun = { finish, effortPersonDays, costMinor, machineCostMinor };
  for (const [what, ours] of Object.entries(perRun)) same(what, floats(results.runs), ours);
  const kept = tasks.flatMap(({ place }) => results.tasks[place] ?? []);
  for (const what of ["own", "ownSquared", "ownTimesFinish"] as const)
    same(
      what,
      floats(tasks.length),
      kept.map((task) => task[what]),
    );
  for (const [what, ours] of Object.entries(perRun))
    same(`quantiles of ${what}`, floats(4), Object.values(quantilesOf(sortedCopy(ours))));
  same(
    "criticality",
    counts(tasks.length),
    kept.map(({ critical }) => critical),
  );
  for (const what of ["startDays", "finishDays"] as const)
    same(
      what,
      counts(tasks.length * days),
      kept.flatMap((task) => countsFrom(task[what], network.base - 1, days)),
    );
}

/** Our counts for so many days from this one. */
function countsFrom({ first, counts }: DayCounts, from: number, days: number): number[] {
  return Array.from({ length: days }, (_, day) => counts[from + day - first] ?? 0);
}
