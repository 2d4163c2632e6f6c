// A thread of its own for levelling the portfolio: it computes for as long as it is let, while the server answers.
import { parentPort, workerData } from "node:worker_threads";
import { type LevellingOrder, type LevellingReport, shared } from "./features/schedule/levelling-rules";
import { levelPortfolio } from "./planning";

/** Every project is forecast anew for an answer that is shown: not more often than people can look. */
const leastBetweenReportsMs = 1_500;

const { input, seed, shared: memory }: LevellingOrder = workerData;
const numbers = new Int32Array(memory);
const report = (one: LevellingReport) => parentPort?.postMessage(one);
let reportedAt = Number.NEGATIVE_INFINITY;
let isFirst = true;

const schedule = levelPortfolio(input, {
  seed,
  maxSchedules: Number.POSITIVE_INFINITY,
  shouldStop: () => {
    Atomics.add(numbers, shared.schedules, 1);
    return Atomics.load(numbers, shared.stop) !== 0;
  },
  onBetter: (_, told) => {
    if (isFirst) {
      isFirst = false;
      report({ kind: "answer", schedule: told("shift") });
    } else if (performance.now() - reportedAt < leastBetweenReportsMs) return;
    report({ kind: "answer", schedule: told("forecast") });
    reportedAt = performance.now();
  },
});
report({ kind: "end", schedule });
