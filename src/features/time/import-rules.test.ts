import { describe, expect, test } from "vitest";
import { checkImport, type ImportContext } from "./import-rules";

const context: ImportContext = {
  projectId: "p",
  tasks: [
    { key: "evaluation/run", name: "Run the evaluation" },
    { key: "lora/train", name: "Train" },
    { key: "qlora/train", name: "Train" },
  ],
  booked: [
    { projectId: "p", taskKey: "evaluation/run", workedOn: "2026-03-02", hours: 3 },
    { projectId: "other", taskKey: "evaluation/run", workedOn: "2026-03-03", hours: 20 },
  ],
  latestDay: "2026-03-10",
};

const check = (...lines: string[]) => checkImport(["date,task,hours,note", ...lines].join("\n"), context);
const faults = (...lines: string[]) => {
  const checked = check(...lines);
  return "fault" in checked ? checked.fault : checked.rows.map((row) => row.faults.join(" "));
};

describe("a file of booked time", () => {
  test("names tasks by key or by name, in columns of any order", () => {
    const text =
      'Hours;NOTE;task;date\n7,5;"First, then second";run the evaluation;2026-03-04\n0:30;;lora/train;2026-03-04';
    expect(checkImport(text, context)).toEqual({
      rows: [
        {
          line: 2,
          workedOn: "2026-03-04",
          task: "run the evaluation",
          taskKey: "evaluation/run",
          hours: 7.5,
          note: "First, then second",
          faults: [],
        },
        {
          line: 3,
          workedOn: "2026-03-04",
          task: "lora/train",
          taskKey: "lora/train",
          hours: 0.5,
          note: "",
          faults: [],
        },
      ],
    });
  });

  test.each([
    ["03.04.2026,evaluation/run,1,", "Write the date as 2026-11-30."],
    ["2026-03-11,evaluation/run,1,", "This day has not come yet."],
    ["2026-03-04,Sleep,1,", "The project's plan has no task of this name."],
    ["2026-03-04,train,1,", "Several tasks have this name: write the task's key."],
    ["2026-03-04,evaluation/run,lots,", "Write hours as 7.5 or 7:30."],
    ["2026-03-04,evaluation/run,0,", "Please give more than 0 hours."],
    ["2026-03-02,evaluation/run,1,", "3 h are booked on this task that day already."],
    ["2026-03-03,evaluation/run,5,", "With everything else this day has 25 h."],
    [`2026-03-04,evaluation/run,1,${"x".repeat(201)}`, "Please keep the note within 200 characters."],
  ])("says of %j: %s", (line, fault) => {
    expect(faults(line)).toEqual([fault]);
  });

  test("has one row per day and task", () => {
    expect(faults("2026-03-04,evaluation/run,1,", "2026-03-04,Run the evaluation,2,")).toEqual([
      "Line 3 is about the same day and task: make them one.",
      "Line 2 is about the same day and task: make them one.",
    ]);
  });

  test("is refused as a whole without its columns or rows", () => {
    expect(checkImport("day,task\n1,2", context)).toEqual({
      fault: "The first line names the columns date, task, hours and note. Missing: date, hours.",
    });
    expect(check()).toEqual({ fault: "There is no row below the first line." });
    expect(checkImport('date,task,hours\n"', context)).toHaveProperty("fault");
  });
});
