import type { CompiledProblem } from "./compiled-problem";
import { type CriticalPath, criticalPath } from "./critical-path";
import { DoubleJustification } from "./justification";
import { lowerBound } from "./lower-bound";
import { Population } from "./population";
import { orderByPriority } from "./priority-order";
import { priorityRules, rulesFor } from "./priority-rules";
import { projectByProject, workPerWeight } from "./project-order";
import { RandomSource } from "./random-source";
import { type Individual, Recombination } from "./recombination";
import { copyDraft, newDraft, type ScheduleDraft } from "./schedule-draft";
import type { EngineSchedule } from "./scheduling-problem";
import { SerialScheduler } from "./serial-scheduler";

export interface SearchOptions {
  readonly seed: number;
  /** Schedules to make after those of the rules; 0 for the rules' alone. Work is counted so, never in time. */
  readonly maxSchedules: number;
  /** Asked between schedules; true ends the search with the best so far. Where a clock or a cancel button comes in. */
  readonly shouldStop?: (() => boolean) | undefined;
  /** Told of the rules' answer and of every better one, with the schedule for whoever wants to see it. */
  readonly onProgress?: ((progress: SearchProgress, schedule: () => EngineSchedule) => void) | undefined;
}

export interface SearchProgress {
  readonly cost: number;
  readonly lowerBound: number;
  readonly schedules: number;
}

export interface SearchResult {
  readonly schedule: EngineSchedule;
  readonly lowerBound: number;
  /** The cost of the best priority rule. */
  readonly ruleCost: number;
  readonly schedules: number;
  readonly endedBy: "proof" | "limit" | "request";
}

const populationSize = 80;
/** Schedules without a better one after which the population is drawn anew. */
const patience = 8000;

/**
 * Priority rules, then a genetic algorithm over orders with double justification (after Valls, Ballestín & Quintanilla
 * 2008; Debels & Vanhoucke 2007). The best so far is kept, so a longer search is never worse than a shorter one with the
 * same seed. Ends when the best costs as much as the lower bound.
 */
export function searchSchedule(problem: CompiledProblem, options: SearchOptions): SearchResult {
  return new Search(problem, options).run();
}

class Search {
  private readonly path: CriticalPath;
  private readonly bound: number;
  private readonly scheduler: SerialScheduler;
  private readonly random: RandomSource;
  private readonly recombination: Recombination;
  private readonly justification: DoubleJustification;
  private readonly population: Population;
  private readonly best: ScheduleDraft;
  private spare: Individual | null = null;
  private lastImprovement = 0;
  private schedulesOfRules = 0;

  constructor(
    private readonly problem: CompiledProblem,
    private readonly options: SearchOptions,
  ) {
    this.path = criticalPath(problem);
    this.bound = lowerBound(problem, this.path);
    this.scheduler = new SerialScheduler(problem);
    this.random = new RandomSource(options.seed);
    this.recombination = new Recombination(problem, this.random);
    this.justification = new DoubleJustification(problem, this.scheduler);
    this.population = new Population(populationSize, this.random);
    this.best = newDraft(problem);
  }

  run(): SearchResult {
    const byRules = this.followRules();
    const ruleCost = this.best.cost;
    let endedBy = this.mustEnd();
    for (const individual of byRules) {
      if (endedBy) break;
      this.settle(individual);
      endedBy = this.mustEnd();
    }
    while (!endedBy) {
      this.next();
      endedBy = this.mustEnd();
    }
    return {
      schedule: toSchedule(this.problem, this.best),
      lowerBound: this.bound,
      ruleCost,
      schedules: this.scheduler.schedules,
      endedBy,
    };
  }

  private followRules(): Individual[] {
    const individuals = rulesFor(this.problem).map((name) => {
      const value = priorityRules[name](this.path, this.problem);
      const individual = this.fromOrder(orderByPriority(this.problem, value));
      this.keepIfBest(individual.draft);
      return individual;
    });
    this.schedulesOfRules = this.scheduler.schedules;
    this.tell();
    return individuals;
  }

  private mustEnd(): SearchResult["endedBy"] | null {
    if (this.best.cost <= this.bound * (1 + 1e-12)) return "proof";
    if (this.scheduler.schedules - this.schedulesOfRules >= this.options.maxSchedules) return "limit";
    return this.options.shouldStop?.() ? "request" : null;
  }

  private next(): void {
    if (this.scheduler.schedules - this.lastImprovement > patience) {
      this.population.clear();
      this.lastImprovement = this.scheduler.schedules;
    }
    if (this.population.isFull()) this.breed();
    else this.settle(this.fromOrder(this.randomOrder()));
  }

  private breed(): void {
    const mother = this.population.parent();
    const father = this.population.parent();
    if (!mother || !father) return;
    const child = this.spare ?? this.newIndividual();
    this.recombination.crossOrders(mother.order, father.order, child.order);
    const wanted = this.recombination.inheritChoices(mother.draft, father.draft);
    this.recombination.mutate(child.order);
    this.scheduler.forward(child.order, wanted, child.draft);
    this.settle(child);
  }

  /**
   * Latest start first, blurred: by up to a third of the whole, so that the first population is good and diverse. Of several
   * projects every other order takes one after the other, blurred likewise.
   */
  private randomOrder(): Int32Array {
    const value = priorityRules["latest-start"](this.path, this.problem);
    const longest = this.path.projectFinish.reduce((most, finish) => Math.max(most, finish), 0);
    const blur = longest * (0.1 + 0.6 * this.random.next());
    const blurred = value.map((latest) => latest + blur * (this.random.next() - 0.5));
    if (this.problem.projectWeight.length === 1 || this.random.next() < 0.5)
      return orderByPriority(this.problem, blurred);
    const key = workPerWeight(this.problem).map((ratio) => ratio * (0.5 + this.random.next()));
    return orderByPriority(this.problem, projectByProject(this.problem, key, blurred));
  }

  private fromOrder(order: Int32Array): Individual {
    const individual = this.newIndividual();
    individual.order.set(order);
    this.scheduler.forward(individual.order, null, individual.draft);
    return individual;
  }

  private settle(individual: Individual): void {
    this.justification.apply(individual);
    if (this.keepIfBest(individual.draft)) this.tell();
    this.spare = this.population.admit(individual);
  }

  private keepIfBest(draft: ScheduleDraft): boolean {
    if (draft.cost >= this.best.cost) return false;
    copyDraft(draft, this.best);
    this.lastImprovement = this.scheduler.schedules;
    return true;
  }

  private newIndividual(): Individual {
    return {
      order: new Int32Array(this.problem.taskCount - this.problem.fixedTasks.length),
      draft: newDraft(this.problem),
    };
  }

  private tell(): void {
    const progress = { cost: this.best.cost, lowerBound: this.bound, schedules: this.scheduler.schedules };
    this.options.onProgress?.(progress, () => toSchedule(this.problem, this.best));
  }
}

/** Choices by their place within their piece, as the problem counts them. */
function toSchedule({ firstChoice }: CompiledProblem, draft: ScheduleDraft): EngineSchedule {
  return {
    starts: draft.starts.slice(),
    finishes: draft.finishes.slice(),
    choices: draft.choices.map((choice, piece) => (choice < 0 ? -1 : choice - (firstChoice[piece] ?? 0))),
    pieceStarts: draft.pieceStarts.slice(),
    cost: draft.cost,
    makespan: draft.makespan,
  };
}
