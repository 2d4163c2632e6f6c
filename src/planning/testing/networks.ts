import type { FactorShares } from "../estimation/shared-factors";
import { threePoint } from "../estimation/three-point";
import { defaultLoop } from "../schedule/loop";
import type { Network, NetworkTask } from "../schedule/network";

/** No correlation: what textbooks compute with. */
const independent: FactorShares = { "team-familiarity": 0, "data-readiness": 0 };

export function networkTask(id: string, changes: Partial<NetworkTask> = {}): NetworkTask {
  return {
    id,
    effortId: id,
    effortPersonDays: threePoint(1, 2, 4),
    durationWorkingDays: threePoint(1, 3, 8),
    machineHours: null,
    links: [],
    inLoop: false,
    factorShares: independent,
    work: { kind: "planned" },
    ...changes,
  };
}

export function network(tasks: readonly NetworkTask[], changes: Partial<Network> = {}): Network {
  return {
    tasks,
    base: 1000,
    now: 1000,
    distribution: "pert-beta",
    loop: { ...defaultLoop, budgetPasses: 1, pass: 0 },
    spent: [],
    personDayCostMinor: 100,
    acceleratorHourCostMinor: 10,
    oneOffCostMinor: 0,
    monthlyCostMinor: 0,
    ...changes,
  };
}
