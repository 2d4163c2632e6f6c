import { describe, expect, it } from "vitest";
import { findDependencyCircle } from "../decisions/dependency-circle";
import { checkThreePoint, scaleThreePoint } from "../estimation/three-point";
import { disciplineIds } from "../expertise/disciplines";
import { isExpertiseLevel } from "../expertise/levels";
import type { Phase } from "./phase";
import { phaseIds } from "./phase-ids";
import { phases } from "./phases";
import { roleById, roleIds, roleOfDiscipline, roles } from "./roles";
import { type Citation, sourceById, sources } from "./sources";
import { techniqueIds } from "./technique-ids";
import { methodsOf, taskStandardByKey, taskStandards, techniqueById, techniques } from "./techniques";

const keys = new Set(taskStandards.map((standard) => standard.key));

function expectSourced(citations: readonly Citation[], what: string): void {
  expect(citations.length, what).toBeGreaterThan(0);
  for (const { source, at } of citations) {
    expect(sourceById(source).citation, what).not.toBe("");
    expect(at, what).not.toBe("");
  }
}

describe("the techniques", () => {
  it("are all there, each with tasks, sources, an approver and stated assumptions", () => {
    expect(techniques.map((technique) => technique.id)).toEqual([...techniqueIds]);
    for (const technique of techniques) {
      expect(technique.tasks.length).toBeGreaterThan(technique.methodOf === null ? 2 : 1);
      expectSourced(technique.sources, technique.id);
      expect(roleById(technique.approvedBy).id).toBe(technique.approvedBy);
      for (const task of technique.tasks) {
        expectSourced(task.sources, task.key);
        expect(task.assumption.length).toBeGreaterThan(20);
        expect(task.deliverable).not.toBe("");
        expect(task.technique).toBe(technique.id);
        expect(disciplineIds).toContain(task.discipline);
        expect(isExpertiseLevel(task.level)).toBe(true);
      }
    }
  });

  it("fill what the lifecycle's source leaves empty", () => {
    const methods = (id: (typeof techniqueIds)[number]) => methodsOf(id).map((method) => method.id);
    expect(methods("fine-tuning")).toEqual(["prompt-tuning", "lora", "qlora", "full-fine-tuning"]);
    expect(methods("human-feedback")).toEqual(["policy-optimisation", "direct-preference-optimisation"]);
    expect(methods("evaluation")).toEqual(["offline-evaluation", "human-evaluation", "model-red-teaming"]);
    expect(methods("compression")).toEqual(["quantisation", "distillation", "pruning"]);
    expect(methods("deployment")).toEqual(["inference-optimisation"]);
    expect(methods("tool-use")).toEqual(["agents"]);
  });

  it("have methods in the phase and column of their technique, listed after it, that replace only its tasks", () => {
    for (const method of techniques) {
      if (method.methodOf === null) {
        expect(method.replaces).toEqual([]);
        continue;
      }
      const technique = techniqueById(method.methodOf);
      expect(technique.methodOf).toBeNull();
      expect(method.phase).toBe(technique.phase);
      expect(method.cheatSheetColumn).toBe(technique.cheatSheetColumn);
      expect(techniqueIds.indexOf(method.id)).toBeGreaterThan(techniqueIds.indexOf(technique.id));
      for (const key of method.replaces) expect(taskStandardByKey(key).technique).toBe(technique.id);
    }
  });

  it("have distinct tasks with ordered estimates that wait only for tasks that exist", () => {
    expect(keys.size).toBe(techniques.flatMap((technique) => technique.tasks).length);
    for (const task of taskStandards) {
      checkThreePoint(task.effortPersonDays, task.key);
      checkThreePoint(task.durationWorkingDays, task.key);
      if (task.machineHours) checkThreePoint(scaleThreePoint(task.machineHours, 0.1), task.key);
      expect(task.durationWorkingDays.optimistic).toBeGreaterThan(0);
      for (const before of task.after) expect(before.startsWith(`${task.technique}/`)).toBe(true);
      for (const before of [...task.after, ...task.afterAcross]) expect(keys).toContain(before);
    }
  });

  it("never wait for each other in a circle, not even all at once", () => {
    const waits = taskStandards.flatMap(({ key, after, afterAcross }) =>
      [...after, ...afterAcross].map((to) => ({ from: key, to })),
    );
    expect(findDependencyCircle(waits)).toBeNull();
  });

  it("never leave a task out of the loop between two that are in it", () => {
    const loop = new Set(taskStandards.filter((task) => task.inLoop).map((task) => task.key));
    const afterLoop = (key: string): boolean => {
      const { after, afterAcross } = taskStandardByKey(key);
      return [...after, ...afterAcross].some((before) => loop.has(before) || afterLoop(before));
    };
    for (const key of loop) {
      const { after, afterAcross } = taskStandardByKey(key);
      const between = [...after, ...afterAcross].filter((before) => !loop.has(before) && afterLoop(before));
      expect(between, key).toEqual([]);
    }
  });

  it("ask for every discipline somewhere", () => {
    const asked = new Set(taskStandards.map((task) => task.discipline));
    expect([...asked].sort()).toEqual([...disciplineIds].sort());
  });
});

describe("the roles", () => {
  it("share the disciplines among them: every kind of work is done by exactly one", () => {
    expect(roles.map((role) => role.id)).toEqual([...roleIds]);
    expect(roles.flatMap((role) => role.disciplines).sort()).toEqual([...disciplineIds].sort());
    for (const discipline of disciplineIds)
      expect(roleOfDiscipline(discipline).disciplines).toContain(discipline);
    for (const role of roles) expectSourced(role.sources, role.id);
  });
});

describe("the phases", () => {
  it("are four, in order, each filled and each item with its source", () => {
    expect(phases.map((phase) => phase.id)).toEqual([...phaseIds]);
    expect(phases.map((phase) => phase.shortName)).toEqual(["Scope", "Select", "Align", "Integrate"]);
    for (const phase of phases) {
      expect(phase.settles.length).toBeGreaterThan(2);
      expectSourced(phase.sources, phase.id);
      expectSourced(phase.gate.sources, phase.gate.name);
      expect(roleById(phase.gate.approvedBy).id).toBe(phase.gate.approvedBy);
      for (const item of [...phase.gate.exitCriteria, ...phase.deliverables])
        expectSourced(item.sources, item.id);
    }
  });

  it("have every deliverable brought and every criterion shown by tasks of the phase or an earlier one", () => {
    for (const of of [(phase: Phase) => phase.gate.exitCriteria, (phase: Phase) => phase.deliverables]) {
      const ids = phases.flatMap((phase) => of(phase).map(({ id }) => id));
      expect(new Set(ids).size).toBe(ids.length);
    }
    phases.forEach((phase, place) => {
      const reached = phaseIds.slice(0, place + 1);
      const bringing = [
        ...phase.deliverables.map((deliverable) => deliverable.producedBy),
        ...phase.gate.exitCriteria.map((criterion) => criterion.evidence),
      ];
      for (const tasks of bringing) {
        expect(tasks.length).toBeGreaterThan(0);
        for (const key of tasks)
          expect(reached).toContain(techniqueById(taskStandardByKey(key).technique).phase);
      }
      for (const { appliesWith, evidence } of phase.gate.exitCriteria)
        for (const id of appliesWith)
          expect(evidence.some((key) => taskStandardByKey(key).technique === id)).toBe(true);
    });
  });
});

describe("the sources", () => {
  it("are all cited somewhere, and a paper is named with its address", () => {
    const cited = new Set(
      [
        ...techniques,
        ...taskStandards,
        ...roles,
        ...phases,
        ...phases.flatMap((phase) => [phase.gate, ...phase.gate.exitCriteria, ...phase.deliverables]),
      ].flatMap((item) => item.sources.map(({ source }) => source)),
    );
    expect(sources.filter(({ id }) => !cited.has(id)).map(({ id }) => id)).toEqual(["workspace"]);
    for (const source of sources) {
      if (source.kind === "own") expect(source.url).toBeNull();
      else expect(source.url).toMatch(/^https:\/\//);
      const arxiv = source.citation.match(/arXiv (\d{4}\.\d{4,5})/)?.[1];
      if (arxiv !== undefined) expect(source.url).toBe(`https://arxiv.org/abs/${arxiv}`);
    }
  });
});
