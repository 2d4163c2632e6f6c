import { type ExecutionOrder, executionOrder } from "./execution-order";
import type { Network, NetworkTask } from "./network";

/** What networks have in common whose tasks wait for each other alike, with what was made of the first of them. */
interface NetworkPattern<Made> {
  readonly first: Network;
  /** The places in a network's list of tasks, in execution order. */
  readonly places: readonly number[];
  readonly made: Made;
}

/**
 * Finds the pattern of a network, with its tasks in execution order. The networks of one project mostly differ in their tasks'
 * estimates, which no order hangs on: few of them have a pattern of their own.
 */
export function networkPatterns<Made>(make: (network: Network, order: ExecutionOrder) => Made) {
  const known: NetworkPattern<Made>[] = [];
  const patternOf = (network: Network): NetworkPattern<Made> => {
    const alike = known.find(({ first }) => isAlike(first, network));
    if (alike) return alike;
    const order = executionOrder(network.tasks);
    const placeOf = new Map(network.tasks.map((task, place) => [task.id, place]));
    const places = order.order.map(({ id }) => placeOf.get(id) ?? -1);
    const pattern = { first: network, places, made: make(network, order) };
    known.push(pattern);
    return pattern;
  };
  return (network: Network): { readonly order: readonly NetworkTask[]; readonly made: Made } => {
    const { places, made } = patternOf(network);
    return { order: places.flatMap((place) => network.tasks[place] ?? []), made };
  };
}

function isAlike(network: Network, other: Network): boolean {
  return (
    network.tasks.length === other.tasks.length &&
    network.distribution === other.distribution &&
    network.now === other.now &&
    network.loop.laterPassShare === other.loop.laterPassShare &&
    network.tasks.every((task, place) => {
      const beside = other.tasks[place];
      return task === beside || (beside !== undefined && waitAlike(task, beside));
    })
  );
}

function waitAlike(task: NetworkTask, other: NetworkTask): boolean {
  return (
    task.id === other.id &&
    task.links === other.links &&
    task.inLoop === other.inLoop &&
    task.work.kind === other.work.kind &&
    task.factorShares === other.factorShares
  );
}
