/** What was expected of a finished task, and what it took. */
export interface EstimatedAndActual {
  readonly estimatedPersonDays: number;
  readonly actualPersonDays: number;
}

/** Actual over estimated effort of a group of finished tasks. */
export interface EffortRatio {
  readonly tasks: number;
  readonly estimatedPersonDays: number;
  readonly actualPersonDays: number;
  /** Sum over sum; null without a task. */
  readonly ratio: number | null;
  /** Where the ratio of all such work lies with nine chances in ten; null with fewer than two tasks. */
  readonly interval: readonly [number, number] | null;
  /** Fewer tasks than `fewestTasks`: to be told with the figure. */
  readonly tooFew: boolean;
}

/** A figure from fewer tasks is luck more than habit: a Phasewise default. */
export const fewestTasks = 5;

/** The standard normal's 95th percentile. */
const z95 = 1.645;

/**
 * The ratio estimator and its standard error, as in Cochran, Sampling Techniques (1977), chapter 6: R = Σa / Σe and
 * se² = n / (n − 1) · Σ(a − R·e)² / (Σe)². The interval is R ± 1.645 se, never below 0. Roughly valid from some ten tasks on; with
 * fewer it is too narrow, which is why few are told as few.
 */
export function effortRatio(tasks: readonly EstimatedAndActual[]): EffortRatio {
  const sum = (of: (task: EstimatedAndActual) => number) => tasks.reduce((all, task) => all + of(task), 0);
  const estimated = sum((task) => task.estimatedPersonDays);
  const actual = sum((task) => task.actualPersonDays);
  const ratio = estimated > 0 ? actual / estimated : null;
  return {
    tasks: tasks.length,
    estimatedPersonDays: estimated,
    actualPersonDays: actual,
    ratio,
    interval: ratio === null || tasks.length < 2 ? null : around(ratio, tasks, estimated),
    tooFew: tasks.length < fewestTasks,
  };
}

function around(
  ratio: number,
  tasks: readonly EstimatedAndActual[],
  estimated: number,
): readonly [number, number] {
  const squares = tasks.reduce(
    (sum, task) => sum + (task.actualPersonDays - ratio * task.estimatedPersonDays) ** 2,
    0,
  );
  const error = Math.sqrt((tasks.length / (tasks.length - 1)) * squares) / estimated;
  return [Math.max(0, ratio - z95 * error), ratio + z95 * error];
}
