import fc from "fast-check";
import { strToU8, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { disciplineIds, linkKinds, taskStatuses, techniqueIds } from "@/planning";
import { readThreePoint, tellThreePoint } from "./cell-rules";
import { readChecklist, tellChecklist } from "./checklist-cell-rules";
import { toCsv } from "./csv-rules";
import { readTaskFile } from "./file-rules";
import { cellsOf } from "./json-rules";
import { readWaits, tellWaits, type Wait } from "./waits-rules";

const read = async (text: string) => await readTaskFile(new Uint8Array(strToU8(text)));
const faultOf = async (bytes: Uint8Array) => {
  const reading = await readTaskFile(new Uint8Array(bytes));
  return "fault" in reading ? reading.fault : `read ${reading.rows.length} rows`;
};

describe("CSV", () => {
  test("of any separator, with columns in any order, is read by what the first line names", async () => {
    expect(await read("Effort (person-days);Task;Nonsense\n1 / 2 / 4;Ask, then wait;x\n")).toEqual({
      rows: [{ line: 2, cells: { name: "Ask, then wait", effort: "1 / 2 / 4" } }],
    });
    const three =
      "Task,Effort optimistic (person-days),Effort most likely (person-days),Effort pessimistic (person-days)";
    expect(await read(`${three}\nA,1,2,3\nB,,2,\n`)).toMatchObject({
      rows: [{ cells: { effort: "1 / 2 / 3" } }, { cells: { effort: "2" } }],
    });
  });

  test("keeps any text, and gives a spreadsheet no formula", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ minLength: 1, unit: "grapheme" }), async (text) => {
        fc.pre(text.trim() === text && !text.includes("\0"));
        const csv = toCsv([
          ["Key", "Task"],
          ["a", text],
        ]);
        expect(await read(csv)).toEqual({ rows: [{ line: 2, cells: { key: "a", name: text } }] });
      }),
    );
    expect(toCsv([["=1+1", "@SUM(A1)", "-2", "'=1"]])).toContain("'=1+1,'@SUM(A1),'-2,''=1");
  });
});

describe("our own JSON", () => {
  const days = fc.double({ min: 0, max: 10_000, noNaN: true });
  const threePoint = fc
    .tuple(days, days, days)
    .map((figures) => figures.map((figure) => figure + 0).sort((a, b) => a - b))
    .map(([optimistic = 0, mostLikely = 0, pessimistic = 0]) => ({ optimistic, mostLikely, pessimistic }));
  const key = fc
    .tuple(fc.constantFrom(...techniqueIds), fc.stringMatching(/^[a-z0-9]{1,12}$/))
    .map(([technique, name]) => `${technique}/own-${name}`);
  const wait = fc.record({
    on: key,
    kind: fc.constantFrom(...linkKinds),
    lagWorkingDays: fc.double({ min: -1_000, max: 1_000, noNaN: true }).map((lag) => lag + 0),
  });

  const item = fc.record({
    text: fc.constantFrom("Ask", "[x] as it stands", "= twice", "- a - b", "“quoted”, too"),
    done: fc.boolean(),
  });
  const of = { projectId: crypto.randomUUID(), taskKey: "use-case-scoping/brief" };

  test("a checklist comes back line by line, and what was there keeps its id", () => {
    fc.assert(
      fc.property(fc.array(item, { maxLength: 50 }), fc.array(item, { maxLength: 5 }), (items, before) => {
        const known = before.map((one, place) => ({ ...one, id: String(place) }));
        const reading = readChecklist(tellChecklist(items), known, of);
        expect(reading).toEqual(readChecklist(tellChecklist(items), known, of));
        const read = "value" in reading ? reading.value : [];
        expect(read.map(({ text, done }) => ({ text, done }))).toEqual(items);
        expect(new Set(read.map(({ id }) => id)).size).toBe(items.length);
        expect(readChecklist(tellChecklist(known), known, of)).toEqual({ value: known });
      }),
    );
    expect(readChecklist("Ask\n\n [X] Told", [], of)).toMatchObject({
      value: [
        { text: "Ask", done: false },
        { text: "Told", done: true },
      ],
    });
    expect(readChecklist("[ ] a\n".repeat(51), [], of)).toMatchObject({ fault: /50 items/ });
    expect(readChecklist(`[ ] ${"a".repeat(201)}`, [], of)).toMatchObject({ fault: /item 1/ });
  });

  test("estimates and what tasks wait for lose no digit", () => {
    fc.assert(
      fc.property(threePoint, (estimate) => {
        expect(readThreePoint(tellThreePoint(estimate), "Effort")).toEqual({ value: estimate });
      }),
    );
    fc.assert(
      fc.property(fc.array(wait, { maxLength: 5 }), (waits: Wait[]) => {
        expect(readWaits(tellWaits(waits))).toEqual({ waits, faults: [] });
      }),
    );
  });

  test("a task comes back as the row it left as", async () => {
    const settled = fc.record({
      effortPersonDays: fc.option(threePoint),
      durationWorkingDays: fc.option(threePoint),
      status: fc.constantFrom(...taskStatuses),
      startedOn: fc.option(fc.constant("2026-03-02")),
      finishedOn: fc.option(fc.constant("2026-03-05")),
      actualEffortPersonDays: fc.option(days),
      actualMachineHours: fc.option(days),
      expertise: fc.option(
        fc.record({ discipline: fc.constantFrom(...disciplineIds), level: fc.constantFrom(1, 2, 3, 4) }),
      ),
    });
    const task = fc.record({
      key,
      own: fc.constant(null),
      settled: fc.option(settled),
      assignee: fc.option(fc.record({ id: fc.uuid(), name: fc.constant("Ada <3") })),
      waitsFor: fc.array(wait, { maxLength: 3 }),
      checklist: fc.array(item, { maxLength: 3 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(task, { minLength: 1, maxLength: 5 }), async (tasks) => {
        const reading = await read(JSON.stringify({ format: "phasewise-tasks/1", tasks }));
        expect(reading).toEqual({
          rows: tasks.map((one, place) => ({ line: place + 1, cells: cellsOf(one) })),
        });
      }),
      { numRuns: 50 },
    );
  });
});

describe("Jira's CSV", () => {
  test("gives names, estimates, people, days and what blocks what", async () => {
    const csv = [
      "Summary,Issue key,Issue Type,Status,Status Category,Assignee,Original Estimate,Created,Resolved,Inward issue link (Blocks),Inward issue link (Blocks),Outward issue link (Blocks)",
      "Collect,AB-1,Task,Shipped,Done,Ada,57600,2026-03-01 10:00,05/Mar/26 3:04 PM,,,AB-3",
      "Label,AB-2,Story,To Do,To Do,,28800,2026-03-01 10:00,,AB-1,AB-9,",
      "Check,AB-3,Task,In Progress,In Progress,,,01/Mar/26 3:04 PM,,,,",
    ].join("\n");
    expect(await read(csv)).toMatchObject({
      rows: [
        {
          cells: {
            key: "AB-1",
            effort: "2",
            status: "done",
            startedOn: "2026-03-01",
            finishedOn: "2026-03-05",
          },
        },
        { cells: { name: "Label", effort: "1", status: "planned", waitsFor: "AB-1; AB-9", startedOn: "" } },
        { cells: { status: "started", startedOn: "2026-03-01", waitsFor: "AB-1", effort: "" } },
      ],
    });
  });
});

describe("Microsoft Project's XML", () => {
  test("gives tasks without their summaries, their work, people, progress and links", async () => {
    const xml = `<?xml version="1.0"?><Project xmlns="http://schemas.microsoft.com/project"><MinutesPerDay>480</MinutesPerDay><Tasks>
      <Task><UID>0</UID><Name>All</Name><Summary>1</Summary></Task>
      <Task><UID>1</UID><Name>Phase</Name><Summary>1</Summary></Task>
      <Task><UID>2</UID><Name>Collect &amp; clean</Name><Work>PT16H0M0S</Work><Duration>PT24H0M0S</Duration><PercentComplete>100</PercentComplete>
        <ActualStart>2026-03-02T08:00:00</ActualStart><ActualFinish>2026-03-05T17:00:00</ActualFinish></Task>
      <Task><UID>3</UID><Name>Label</Name><Work>PT8H0M0S</Work><PredecessorLink><PredecessorUID>2</PredecessorUID><Type>3</Type><LinkLag>9600</LinkLag></PredecessorLink></Task>
    </Tasks><Resources><Resource><UID>1</UID><Name>Ada</Name></Resource></Resources>
    <Assignments><Assignment><TaskUID>3</TaskUID><ResourceUID>1</ResourceUID></Assignment></Assignments></Project>`;
    expect(await read(xml)).toMatchObject({
      rows: [
        {
          cells: {
            key: "UID 2",
            name: "Collect & clean",
            effort: "2",
            duration: "3",
            status: "done",
            finishedOn: "2026-03-05",
          },
        },
        { cells: { name: "Label", assignee: "Ada", waitsFor: "UID 2 SS+2", status: "planned" } },
      ],
    });
  });
});

describe("files that are no tables of tasks are refused in words", () => {
  test.each([
    ["nothing", new Uint8Array(), /empty/],
    ["too much", new Uint8Array(2_000_001), /2 MB/],
    ["NUL characters", strToU8("Task\nA\0B"), /NUL/],
    ["another encoding", new Uint8Array([...strToU8("Task\n"), 0xe4, 0x0a]), /UTF-8/],
    ["an old workbook", new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 1, 2]), /old Office/],
    ["a quote without end", strToU8('Task,Key\n"A,B\n'), /quotes/],
    ["columns of other things", strToU8("Colour,Taste\nred,sweet"), /first line names/],
    ["the same column twice", strToU8("Task,Name\na,b"), /Two columns/],
    ["too many rows", strToU8(`Task\n${"A\n".repeat(501)}`), /at most 500/],
    ["a cell without end", strToU8(`Task\n${"A".repeat(12_001)}`), /12,000/],
    ["entities", strToU8('<!DOCTYPE x [<!ENTITY a "aaa">]><Project><Tasks/></Project>'), /entities/],
    ["broken XML", strToU8("<Project><Tasks></Project>"), /well-formed/],
    ["a deep XML", strToU8(`${"<a>".repeat(50_000)}`), /well-formed/],
    ["other XML", strToU8("<html></html>"), /not a Microsoft Project/],
    ["broken JSON", strToU8("{"), /not JSON/],
    ["other JSON", strToU8('{"format":"else"}'), /not an export/],
    ["no workbook", zipSync({ "a.txt": strToU8("x") }), /workbook can't be read/],
    [
      "a zip bomb",
      zipSync({ "xl/worksheets/sheet1.xml": new Uint8Array(30_000_000) }),
      /larger than it looks/,
    ],
    [
      "a cell far out",
      zipSync({ "xl/worksheets/sheet1.xml": strToU8('<row r="1"><c r="XFD1048576"/></row>') }),
      /beyond row/,
    ],
    ["entities in a workbook", zipSync({ "xl/workbook.xml": strToU8("<!DOCTYPE a>") }), /entities/],
  ])("%s", async (_, bytes, reason) => {
    expect(await faultOf(bytes)).toMatch(reason);
  });
});
