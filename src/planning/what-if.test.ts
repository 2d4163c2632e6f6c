import { expect, it } from "vitest";
import { PlanningError } from "./planning-error";
import { isoDate } from "./schedule/calendar";
import { monday, openDecision, planInput, taskRecord } from "./testing/plan-inputs";
import { withWhatIf } from "./what-if";

const input = planInput({
  decisions: [openDecision("a", [[], []]), openDecision("b", [[]])],
  tasks: [taskRecord("use-case-scoping/frame"), taskRecord("use-case-scoping/brief")],
});

it("changes nothing when nothing is tried", () => {
  expect(withWhatIf(input, { startsOn: monday, tasks: [], choices: [] })).toEqual(input);
});

it("takes the start, a task's record and an option as given, and leaves the rest", () => {
  const record = taskRecord("use-case-scoping/frame", { status: "dropped" });
  const startsOn = isoDate("2027-01-04");
  const tried = withWhatIf(input, {
    startsOn,
    tasks: [record],
    choices: [{ decisionId: "a", optionId: "a-1" }],
  });
  expect(tried).toMatchObject({ startsOn, template: input.template });
  expect(tried.tasks).toHaveLength(2);
  expect(tried.tasks).toContainEqual(record);
  expect(tried.decisions[0]).toMatchObject({ id: "a", state: "decided", chosenOptionId: "a-1" });
  expect(tried.decisions[1]).toEqual(input.decisions[1]);
});

it("refuses an option that the plan does not have", () => {
  const choices = [{ decisionId: "a", optionId: "b-0" }];
  expect(() => withWhatIf(input, { startsOn: monday, tasks: [], choices })).toThrow(PlanningError);
});
