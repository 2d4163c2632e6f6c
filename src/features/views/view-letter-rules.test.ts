import { expect, test } from "vitest";
import { isoDate } from "@/planning";
import { writeViewLetter } from "./view-letter-rules";

const row = {
  group: null,
  key: "LET",
  name: "Letters",
  ownerName: "Ada",
  teamName: "Health",
  phase: "scoping",
  health: "At risk",
  reasons: [{ missed: "target", quantile: 80, daysLate: 12 }],
  finishP50: isoDate("2027-01-04"),
  finishP80: isoDate("2027-02-01"),
  finishP95: isoDate("2027-03-01"),
  targetOn: null,
  openDecisions: 2,
  oldestDecisionDays: null,
  effortPersonDays: 12.5,
  costMinor: 1_234_500,
  budgetMinor: null,
} as const;

type Told = Parameters<typeof writeViewLetter>[0];

function letter(change: Partial<Told> = {}, rows: Told["table"]["rows"] = [row]) {
  return writeViewLetter({
    workspaceName: "Team",
    table: { name: "At risk", asOf: "2026-11-27", currency: "EUR", rows },
    changes: null,
    base: "https://plan.example.org/w/team",
    viewUrl: "https://plan.example.org/w/team/portfolio?view=1",
    scheduledBy: null,
    settingsUrl: "https://plan.example.org/account",
    unsubscribeUrl: "https://plan.example.org/unsubscribe/x",
    ...change,
  });
}

test("a letter has the view's sums, and its rows with health, finish and open decisions", () => {
  const { subject, text } = letter({}, [row, { ...row, key: "SRC", name: "Search" }]);
  expect(subject).toBe("At risk: 2 projects, 2 at risk");
  expect(text).toContain("Open decisions: 4");
  expect(text).toContain("Effort P50: 25\u00a0pd");
  expect(text).toMatch(
    /Letters \(LET\)\nScoping · At risk, P80 12 days late · finish .*P50–P95.* · 2 open decisions/,
  );
  expect(text).toContain("https://plan.example.org/w/team/projects/SRC");
  expect(text).toContain("because you scheduled it in the workspace Team");
});

test("many rows are cut, and the sums are of all", () => {
  const rows = Array.from({ length: 20 }, (_, place) => ({ ...row, key: `P${place}` }));
  const { text } = letter({}, rows);
  expect(text).toContain("And 5 more: https://plan.example.org/w/team/portfolio?view=1");
  expect(text).toContain("Open decisions: 40");
});

test("the next letter says what has changed since", () => {
  const since = new Date("2026-11-20T08:00:00Z");
  const counts = new Map([
    ["decision.decided", 1],
    ["decision.asked", 3],
    ["comment.written", 7],
  ]);
  expect(letter({ changes: { since, projects: 1, counts } }).text).toContain(
    "Since the last letter on 20 Nov 2026 1 of these projects has changed: 1 decision made, 3 decisions asked.",
  );
  expect(letter({ changes: { since, projects: 0, counts: new Map() } }).text).toContain(
    "nothing has changed",
  );
});

test("a view that shows nothing says so", () => {
  expect(letter({}, []).text).toContain("The view shows no project now");
});

test("what people wrote is neither header nor markup", () => {
  const name = 'Late <img src=x onerror="alert(1)">\r\nBcc: all@example.org';
  const { subject, html } = letter({
    table: { name, asOf: "2026-11-27", currency: "EUR", rows: [{ ...row, name }] },
  });
  expect(subject).not.toMatch(/[\r\n]/);
  expect(html).not.toContain("<img");
});
