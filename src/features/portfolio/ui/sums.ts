import type { DisciplineId, ExpertiseLevel, PhaseId, TechniqueId } from "@/planning";

type Effort = { readonly effortPersonDays: number };

type Summed = {
  readonly key: string;
  readonly name: string;
  readonly effortByPhase: readonly (Effort & { readonly phase: PhaseId })[];
  readonly effortByTechnique: readonly (Effort & {
    readonly technique: TechniqueId;
    readonly phase: PhaseId;
  })[];
  readonly demand: readonly (Effort & {
    readonly discipline: DisciplineId;
    readonly level: ExpertiseLevel;
  })[];
  readonly remainingShare: number;
};

/** A figure and the projects it is made of: the parts add up to it. */
export type Sum = {
  readonly total: number;
  readonly parts: readonly {
    readonly key: string;
    readonly name: string;
    readonly effortPersonDays: number;
  }[];
};

/** Effort of one phase over projects, in person-days at completion. */
export function effortOfPhase(projects: readonly Summed[], phase: PhaseId): Sum {
  return sum(projects, (project) => project.effortByPhase.filter((row) => row.phase === phase));
}

export function effortOfTechnique(projects: readonly Summed[], technique: TechniqueId): Sum {
  return sum(projects, (project) => project.effortByTechnique.filter((row) => row.technique === technique));
}

/** Work that lies ahead for one discipline at one level. What remains of a project is spread like the whole. */
export function remainingDemand(
  projects: readonly Summed[],
  discipline: DisciplineId,
  level: ExpertiseLevel,
): Sum {
  return sum(projects, (project) =>
    project.demand
      .filter((row) => row.discipline === discipline && row.level === level)
      .map((row) => ({ effortPersonDays: row.effortPersonDays * project.remainingShare })),
  );
}

/** The same as rows of planning's demand. */
export function remainingDemandRows(projects: readonly Summed[]) {
  return projects.flatMap((project) =>
    project.demand.map(({ discipline, level, effortPersonDays }) => ({
      discipline,
      level,
      effortPersonDays: effortPersonDays * project.remainingShare,
    })),
  );
}

function sum(projects: readonly Summed[], rowsOf: (project: Summed) => readonly Effort[]): Sum {
  const parts = projects
    .map((project) => ({
      key: project.key,
      name: project.name,
      effortPersonDays: rowsOf(project).reduce((total, row) => total + row.effortPersonDays, 0),
    }))
    .filter((part) => part.effortPersonDays > 0)
    .sort((a, b) => b.effortPersonDays - a.effortPersonDays);
  return { total: parts.reduce((total, part) => total + part.effortPersonDays, 0), parts };
}
