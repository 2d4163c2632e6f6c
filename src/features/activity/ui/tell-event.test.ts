import { describe, expect, test } from "vitest";
import { tellEvent } from "./tell-event";

const edited = (data: object) =>
  tellEvent({
    seq: 1,
    type: "decision.edited",
    at: new Date(0),
    actorName: "Ada",
    project: { key: "SUP", name: "Support" },
    data: { number: 3, question: "Which model?", ...data },
  });

describe("what comes first, told", () => {
  test("names the decisions that are waited for", () => {
    expect(edited({ after: { dependsOn: [1, 2] } })).toEqual({
      text: "said that D-3 “Which model?” waits for D-1, D-2",
      path: "projects/SUP/decisions/3",
    });
  });

  test("says that none is, and tells any other edit as an edit, also one of before numbers were kept", () => {
    expect(edited({ after: { dependsOn: [] } }).text).toBe(
      "said that D-3 “Which model?” waits for no other decision",
    );
    expect(edited({ after: { question: "Which model?" } }).text).toBe("edited D-3 “Which model?”");
    expect(edited({ after: { dependsOn: ["0197e6a0"] } }).text).toBe("edited D-3 “Which model?”");
  });
});

describe("an entry that nobody made", () => {
  const entry = (reasons: readonly object[]) => ({
    seq: 7,
    type: "decision.review-due",
    at: new Date("2026-11-26T00:00:00Z"),
    actorName: "Ada Byron",
    project: { key: "LET", name: "Letters" },
    data: { number: 3, question: "Which model?", reasons },
  });

  test("says what the one it names is to do, and why, each reason once", () => {
    const changed = { kind: "model", model: "Mistral 7B", what: "price" };
    expect(tellEvent(entry([{ kind: "review" }, changed, { ...changed, what: "licence" }]))).toEqual({
      text: "is to look at D-3 “Which model?” again: its review is due, and Mistral 7B has changed in the model catalogue",
      path: "projects/LET/decisions/3",
    });
    const gone = { ...changed, what: "gone" };
    expect(tellEvent(entry([gone])).text).toContain("Mistral 7B is gone from the model catalogue");
  });
});

describe("gates and passes, told", () => {
  const told = (type: string, data: object) =>
    tellEvent({
      seq: 1,
      type,
      at: new Date(0),
      actorName: "Ada",
      project: { key: "SUP", name: "Support" },
      data: { phase: "scoping", gate: "Scoping", ...data },
    });

  test("lead to the gate, and say what was said", () => {
    expect(told("gate.decided", { after: { verdict: "conditions" } })).toEqual({
      text: "passed the gate of Scoping with conditions",
      path: "projects/SUP/phases/scoping#gate",
    });
    expect(told("gate.decided", { after: { verdict: "sent-back" } }).text).toBe(
      "sent the gate of Scoping back",
    );
    expect(told("gate.criterion-judged", { criterion: "Agreed", after: { status: "not-met" } }).text).toBe(
      "found a criterion not met: “Agreed”",
    );
    expect(told("pass.recorded", { pass: 2 })).toEqual({
      text: "recorded pass 2 of alignment",
      path: "projects/SUP/phases/model-alignment#passes",
    });
  });

  test("a move names the gates it left out", () => {
    const after = { phase: "model-alignment", withoutGates: ["scoping", "model-selection"] };
    expect(told("project.moved", { before: { phase: "scoping" }, after }).text).toBe(
      "moved the project to Model alignment without the gates of Scoping and Model selection",
    );
  });
});
