import { describe, expect, it } from "vitest";
import { checkEffect } from "../decisions/check-effect";
import { checkThreePoint, scaleThreePoint } from "../estimation/three-point";
import { disciplineIds } from "../expertise/disciplines";
import { expertiseLevelName } from "../expertise/levels";
import { cheatSheet, cheatSheetRowIds } from "./cheat-sheet";
import { phaseIds } from "./phase-ids";
import { phases } from "./phases";
import { templateIds } from "./project-template";
import { cheatSheetColumnIds, techniqueIds } from "./technique-ids";
import { taskStandards, techniqueById, techniques } from "./techniques";
import { templates } from "./templates";

const keys = new Set(taskStandards.map((standard) => standard.key));

describe("the techniques", () => {
  it("are all there, each with tasks, a source and stated assumptions", () => {
    expect(techniques.map((technique) => technique.id)).toEqual([...techniqueIds]);
    for (const technique of techniques) {
      expect(technique.tasks.length).toBeGreaterThan(2);
      expect(technique.source).not.toBe("");
      for (const task of technique.tasks) expect(task.assumption.length).toBeGreaterThan(20);
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

  it("ask for every discipline somewhere", () => {
    const asked = new Set(taskStandards.map((task) => task.discipline));
    expect([...asked].sort()).toEqual([...disciplineIds].sort());
  });
});

describe("the cheat sheet", () => {
  it("has the source's five columns with its levels of expertise", () => {
    expect(cheatSheet.columns.map((column) => [column.id, expertiseLevelName(column.expertise)])).toEqual([
      ["pre-training", "High"],
      ["prompt-engineering", "Low"],
      ["prompt-tuning-and-fine-tuning", "Medium"],
      ["human-feedback", "Medium-High"],
      ["compression-optimization-deployment", "Medium"],
    ]);
    expect(cheatSheet.columns.map((column) => column.id)).toEqual([...cheatSheetColumnIds]);
  });

  it("fills every row of every column, and agrees with the techniques' own expertise", () => {
    expect(cheatSheet.rows.map((row) => row.id)).toEqual([...cheatSheetRowIds]);
    for (const column of cheatSheet.columns) {
      for (const row of cheatSheetRowIds) expect(column.facts[row].length).toBeGreaterThan(0);
      expect(column.facts.expertise).toEqual([expertiseLevelName(column.expertise)]);
      expect(column.ours.techniques.length).toBeGreaterThan(0);
      for (const id of column.ours.techniques) expect(techniqueById(id).expertise).toBe(column.expertise);
    }
  });

  it("puts people's effort in the order of the techniques' weight", () => {
    const effort = new Map(cheatSheet.columns.map(({ id, ours }) => [id, ours.effortPersonDays.mostLikely]));
    const of = (id: (typeof cheatSheetColumnIds)[number]) => effort.get(id) ?? 0;
    expect(of("prompt-engineering")).toBeLessThan(of("prompt-tuning-and-fine-tuning"));
    expect(of("prompt-tuning-and-fine-tuning")).toBeLessThan(of("human-feedback"));
    expect(of("human-feedback")).toBeLessThan(of("pre-training"));
  });
});

describe("the templates", () => {
  it("are six, each with the choice of model in three ways and something to decide later", () => {
    expect(templates.map((template) => template.id)).toEqual([...templateIds]);
    for (const { suggestedDecisions } of templates) {
      const model = suggestedDecisions.find((decision) => decision.key === "base-model");
      expect(model?.phase).toBe("model-selection");
      expect(model?.options.map((option) => option.title)).toEqual([
        "Existing hosted model",
        "Existing open model",
        "Train our own",
      ]);
      expect(new Set(suggestedDecisions.map((decision) => decision.key)).size).toBe(
        suggestedDecisions.length,
      );
      const later = ["model-alignment", "application-integration"];
      expect(suggestedDecisions.some((decision) => later.includes(decision.phase))).toBe(true);
    }
  });

  it("suggest only effects that can be planned with", () => {
    for (const template of templates)
      for (const decision of template.suggestedDecisions)
        for (const option of decision.options)
          option.effects.forEach((effect, place) => {
            checkEffect(effect, `${template.id}.${decision.key}.${place}`);
          });
  });
});

describe("the phases", () => {
  it("are four, in order, each filled and each item with its source", () => {
    expect(phases.map((phase) => phase.id)).toEqual([...phaseIds]);
    expect(phases.map((phase) => phase.shortName)).toEqual(["Scope", "Select", "Align", "Integrate"]);
    for (const phase of phases) {
      expect(phase.settles.length).toBeGreaterThan(2);
      for (const item of [...phase.exitCriteria, ...phase.deliverables]) expect(item.source).not.toBe("");
    }
  });
});
