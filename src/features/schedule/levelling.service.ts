import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { z } from "zod";
import { today } from "@/platform/days";
import type { Transaction } from "@/platform/db/organization-db";
import { type JobTask, jobTask } from "@/platform/jobs/job";
import { type LevellingOrder, type LevellingReport, shared } from "./levelling-rules";
import { readPortfolio } from "./portfolio.queries";
import { runProjects, type ScheduleContent, scheduleContent } from "./schema";

export const levelJob = { name: "schedule.level", payload: z.strictObject({ runId: z.string() }) };

/** How often a run writes what it found and hears whether it is to go on. */
const beatMs = 250;
/** Without a beat for so long its process is taken for dead, and another takes the run up from its beginning. */
export const leaseSeconds = 15;

type Database = Parameters<JobTask["run"]>[0];

/**
 * Levels a portfolio in a thread of its own, at `thread`, for as long as the run is asked to improve; what it finds is written to the
 * run's row as it comes. When the process is told to end the run is left to another.
 */
export function levellingTask(thread: URL, closing: AbortSignal): JobTask {
  return jobTask(levelJob, async (db, { runId }) => {
    const begun = await begin(db, runId);
    if (begun === null) return;
    const { input, fingerprints, seed } = begun;
    const memory = new SharedArrayBuffer(shared.bytes);
    const numbers = new Int32Array(memory);
    const order: LevellingOrder = { input, seed, shared: memory };
    const worker = new Worker(thread, { workerData: order });
    let found: LevellingReport | null = null;
    let fault: unknown = null;
    worker.on("message", (report: LevellingReport) => {
      found = report;
    });
    worker.on("error", (error) => {
      fault = error;
    });
    const ended = once(worker, "exit");
    let isOver = false;
    void ended.then(() => {
      isOver = true;
    });
    try {
      let written: LevellingReport | null = null;
      while (!isOver) {
        await Promise.race([ended, pause(beatMs)]);
        if (closing.aborted) throw new Error("The process ends: another takes this schedule up.");
        const news: LevellingReport | null = found === written ? null : found;
        written = found;
        const tried = Atomics.load(numbers, shared.schedules);
        const goesOn = await beat(db, runId, tried, news && toContent(news, fingerprints));
        if (goesOn === "gone") return;
        if (goesOn === "stop" && written !== null) Atomics.store(numbers, shared.stop, 1);
      }
      await end(db, runId, found === null ? null : toContent(found, fingerprints), fault);
    } finally {
      await worker.terminate();
    }
  });
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms).unref();
  });
}

async function begin(db: Database, runId: string) {
  const { organizationId } = db;
  return await db.transaction(async (tx) => {
    const where = { organizationId, id: runId };
    const run = await tx.scheduleRun.findFirst({ where, select: { projects: true, seed: true } });
    if (run === null) return null;
    await tx.scheduleRun.updateMany({ where, data: { state: "running", beatAt: new Date() } });
    const portfolio = await readPortfolio(tx, organizationId, runProjects.parse(run.projects));
    return { ...portfolio, seed: run.seed };
  });
}

export function toContent(
  { schedule }: LevellingReport,
  fingerprints: ReadonlyMap<string, string>,
): ScheduleContent {
  return scheduleContent.parse({
    ...schedule,
    asOf: today(),
    projects: schedule.projects.map((project) => ({
      ...project,
      fingerprint: fingerprints.get(project.projectId) ?? "",
    })),
  });
}

/** Says that the run is alive and what it found; hears whether it is to go on. */
async function beat(
  db: Database,
  runId: string,
  schedules: number,
  content: ScheduleContent | null,
): Promise<"on" | "stop" | "gone"> {
  const { organizationId } = db;
  return await db.transaction(async (tx) => {
    const where = { organizationId, id: runId };
    const run = await tx.scheduleRun.findFirst({ where, select: { improveUntil: true } });
    if (run === null) return "gone";
    const now = Date.now();
    if (content !== null) await writeAnswer(tx, organizationId, runId, content);
    await tx.scheduleRun.updateMany({ where, data: { state: "running", beatAt: new Date(now), schedules } });
    await tx.job.updateMany({
      where: { organizationId, task: levelJob.name, key: runId },
      data: { leasedUntil: new Date(now + leaseSeconds * 1000) },
    });
    return run.improveUntil.getTime() <= now ? "stop" : "on";
  });
}

async function end(
  db: Database,
  runId: string,
  content: ScheduleContent | null,
  fault: unknown,
): Promise<void> {
  const { organizationId } = db;
  await db.transaction(async (tx) => {
    if (content !== null) await writeAnswer(tx, organizationId, runId, content);
    const failed = fault !== null || content === null;
    await tx.scheduleRun.updateMany({
      where: { organizationId, id: runId },
      data: failed
        ? { state: "failed", fault: String(fault ?? "It ended without an answer.").slice(0, 300) }
        : { state: "stopped" },
    });
  });
}

/** The best so far stays; but an answer about plans that have changed since is none. */
async function writeAnswer(
  tx: Transaction,
  organizationId: string,
  runId: string,
  content: ScheduleContent,
): Promise<void> {
  const where = { organizationId, id: runId };
  const run = await tx.scheduleRun.findFirst({
    where,
    select: { answer: true, firstAnswerMs: true, askedAt: true },
  });
  if (run === null) return;
  const before = scheduleContent.safeParse(run.answer).data;
  const { schedules, cost, lowerBound } = content;
  const isWorse = before !== undefined && ofSamePlans(before, content) && before.cost < cost;
  await tx.scheduleRun.updateMany({
    where,
    data: {
      schedules,
      ...(run.firstAnswerMs === null ? { firstAnswerMs: Date.now() - run.askedAt.getTime() } : {}),
      ...(isWorse ? {} : { cost, lowerBound, answer: JSON.parse(JSON.stringify(content)) }),
    },
  });
}

function ofSamePlans(one: ScheduleContent, other: ScheduleContent): boolean {
  const plans = ({ projects }: ScheduleContent) =>
    projects.map(({ projectId, fingerprint, isFixed }) => `${projectId} ${fingerprint} ${isFixed}`).join();
  return one.asOf === other.asOf && plans(one) === plans(other);
}
