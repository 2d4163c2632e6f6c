import { randomUUID } from "node:crypto";
import { getTRPCErrorFromUnknown } from "@trpc/server";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { z } from "zod";
import { AppError } from "@/platform/errors";
import { exportedText, isFile } from "../support/exported";
import { scored } from "../support/furnished-workspace";
import { examples } from "../support/procedure-examples";
import { aWorld, type World } from "../support/procedure-world";
import { procedures } from "../support/procedures";
import type { Asker } from "../support/two-workspaces";

// Nobody sees others' scores before giving their own or before they are revealed: looked for in everything the API answers.

// Everything that everybody can read is asked for, several times over.
vi.setConfig({ testTimeout: 120_000 });

const secretScore = 417.25;
const secretNote = "a note nobody may read yet";
const readers = procedures.filter(({ type, meta }) => type === "query" && meta?.access === "organization");

let world: World;

beforeAll(async () => {
  world = await aWorld();
}, 120_000);

beforeEach(async () => await world.restore());

afterAll(async () => await world.end());

const inputOf = (path: string) => examples[path]?.(world) ?? {};
const ofOpen = () => ({
  workspace: world.slug,
  projectKey: world.own.project.key,
  number: world.own.openDecision.number,
});
const place = () => ({
  ...ofOpen(),
  round: 1,
  optionId: world.own.openDecision.firstOption.id,
  criterionId: world.own.openScoring.criterion.id,
});

/** The threads about what is scored: its criterion, its option, and the one by the other. */
const discussed = () => {
  const { optionId, criterionId } = place();
  return [{ criterionId }, { optionId }, { optionId, criterionId }].map((about) => ({
    workspace: world.slug,
    subjectType: "decision",
    subjectId: world.own.openDecision.id,
    about,
  }));
};

/** Everything somebody can read: each query as it is and, where it is about a decision, about the one that is scored. */
async function everythingFor(asker: Asker): Promise<Record<string, string>> {
  const answers: Record<string, string> = {};
  for (const { path } of readers) {
    const answer = await attempt(asker, path, inputOf(path));
    // A PDF says when it was made: what is read is its words.
    answers[path] = isFile(answer) ? await exportedText(answer) : JSON.stringify(answer);
  }
  const about = {
    "scoring.byNumber": ofOpen(),
    "scoring.result": ofOpen(),
    "scoring.matrix": { ...ofOpen(), round: 1 },
    "scoring.cell": place(),
  };
  for (const [path, input] of Object.entries(about)) {
    answers[`${path} of the open one`] = JSON.stringify(await attempt(asker, path, input));
  }
  for (const format of ["markdown", "json", "pdf"]) {
    const file = await world.call(asker, "decisions.export", { ...ofOpen(), format });
    answers[`the open one as ${format}`] = await exportedText(file);
  }
  for (const input of discussed()) {
    const path = "comments.discussion";
    answers[`${path} about ${Object.keys(input.about).join(" and ")}`] = JSON.stringify(
      await attempt(asker, path, input),
    );
  }
  answers["the live stream"] = JSON.stringify(
    await world.call(asker, "activity.follow", { workspace: world.slug, after: 0, place: "x" }),
  );
  return answers;
}

async function attempt(asker: Asker, path: string, input: object): Promise<unknown> {
  try {
    return await world.call(asker, path, input);
  } catch (thrown) {
    const { cause, code } = getTRPCErrorFromUnknown(thrown);
    return cause instanceof AppError ? cause.code : code;
  }
}

function cells(score = secretScore, note = secretNote) {
  return scored(world.own.openDecision, world.own.openScoring.criterion).map((cell) => ({
    ...cell,
    score,
    note,
  }));
}

async function send(asker: Asker, path: string, change: object = {}): Promise<unknown> {
  return await world.call(asker, path, { ...inputOf(path), mutationId: randomUUID(), ...change });
}

const matrixAnswer = z.object({
  sealed: z.boolean(),
  members: z.array(z.object({ id: z.string() })).default([]),
});

async function matrixFor(asker: Asker) {
  return matrixAnswer.parse(await world.call(asker, "scoring.matrix", { ...ofOpen(), round: 1 }));
}

const blind = ["viewer", "member", "lead", "admin", "owner"] as const;

describe("before somebody has scored", () => {
  test.each(blind)("drafts of others leave no trace at all: read by %s", async (reader) => {
    const writer = reader === "admin" ? "lead" : "admin";
    const before = await everythingFor(reader);
    await send(writer, "scoring.saveDraft", { cells: cells() });
    expect(await everythingFor(reader)).toEqual(before);
    await send(writer, "scoring.saveDraft", { cells: cells(3, "") });
    expect(await everythingFor(reader)).toEqual(before);
  });

  test.each(blind)("scores of others are in no answer: read by %s", async (reader) => {
    const writer = reader === "admin" ? "lead" : "admin";
    await send(writer, "scoring.handIn", { cells: cells() });
    const answers = await everythingFor(reader);
    for (const [path, answer] of Object.entries(answers)) {
      expect([path, answer.includes(String(secretScore)), answer.includes(secretNote)]).toEqual([
        path,
        false,
        false,
      ]);
    }
    expect(await matrixFor(reader)).toEqual({ sealed: true, members: [] });
    expect(await world.call(reader, "scoring.cell", place())).toEqual({ sealed: true });
    // Who has finished may be known.
    expect(answers["scoring.byNumber of the open one"]).toContain(`"name":"${writer}"`);
  });

  test.each(blind)(
    "what is said about a cell comes without what was scored there: read by %s",
    async (reader) => {
      const writer = reader === "admin" ? "lead" : "admin";
      const { optionId, criterionId } = place();
      const body = "Does that count the second licence, too?";
      await send(writer, "comments.write", {
        parentId: null,
        anchor: { kind: "cell", optionId, criterionId },
        body,
      });
      const talk = async () =>
        await Promise.all([
          world.call(reader, "comments.outline", inputOf("comments.outline")),
          ...discussed().map(async (input) => await world.call(reader, "comments.discussion", input)),
        ]);
      const before = await talk();
      for (const answer of before.slice(1)) expect(JSON.stringify(answer)).toContain(body);
      await send(writer, "scoring.saveDraft", { cells: cells() });
      expect(await talk()).toEqual(before);
      await send(writer, "scoring.handIn", { cells: cells() });
      expect(await talk()).toEqual(before);
    },
  );

  test("the size of no answer depends on what others scored", async () => {
    const sizes = async (score: number, note: string) => {
      await world.restore();
      await send("admin", "scoring.handIn", { cells: cells(score, note) });
      const answers = await everythingFor("member");
      return Object.fromEntries(Object.entries(answers).map(([path, answer]) => [path, answer.length]));
    };
    expect(await sizes(123_456.789, "a much longer note ".repeat(20))).toEqual(await sizes(1, ""));
  });

  test("the log names who scored, and nothing of what", async () => {
    await send("admin", "scoring.handIn", { cells: cells() });
    const feed = z
      .array(z.object({ type: z.string(), actorName: z.string(), data: z.unknown() }))
      .parse(await world.call("viewer", "activity.feed", { workspace: world.slug }));
    expect(feed[0]).toEqual({
      type: "scores.given",
      actorName: "admin",
      data: {
        number: world.own.openDecision.number,
        question: "Which model do we start from?",
        after: { round: 1 },
      },
    });
  });
});

describe("the inbox", () => {
  const filters = ["all", "unread", "done", "snoozed", "mentions"] as const;

  /** Everything an inbox answers, under every filter. */
  async function inboxOf(asker: Asker): Promise<string> {
    const answers: unknown[] = [];
    for (const filter of filters)
      answers.push(await world.call(asker, "attention.inbox", { workspace: world.slug, filter }));
    return JSON.stringify(answers);
  }

  async function inboxesBut(writer: Asker): Promise<Record<string, string>> {
    const inboxes: Record<string, string> = {};
    for (const reader of blind) if (reader !== writer) inboxes[reader] = await inboxOf(reader);
    return inboxes;
  }

  /** The decision is decided by scoring, and waits for everybody's scores. */
  async function waitForScores() {
    await send("owner", "decisions.edit", {
      decisionId: world.own.openDecision.id,
      ownerId: world.own.ownerId,
      process: "scoring",
    });
    await world.readLog();
    for (const waited of ["member", "lead", "admin"] as const)
      expect(await inboxOf(waited)).toContain('"kind":"scores"');
    expect(await inboxOf("viewer")).not.toContain('"kind":"scores"');
  }

  test.each(["admin", "member"] as const)(
    "of nobody else changes by a draft or by scores of %s, and no tab of theirs is told",
    async (writer) => {
      await waitForScores();
      const before = await inboxesBut(writer);
      const heard = await world.inboxesTold(async () => {
        await send(writer, "scoring.saveDraft", { cells: cells() });
        await world.readLog();
        expect(await inboxOf(writer)).toContain('"kind":"scores"');
        await send(writer, "scoring.handIn", { cells: cells() });
        await world.readLog();
      });
      expect(await inboxesBut(writer)).toEqual(before);
      expect(heard).toEqual([world.people[writer].membershipId]);
    },
  );

  test("says nothing of what was scored to anybody, also after an option was added", async () => {
    await waitForScores();
    await send("admin", "scoring.handIn", { cells: cells() });
    await send("owner", "decisions.addOption");
    await world.readLog();
    for (const reader of blind) {
      const answer = await inboxOf(reader);
      expect([reader, answer.includes(String(secretScore)), answer.includes(secretNote)]).toEqual([
        reader,
        false,
        false,
      ]);
    }
    // Who had finished has to score the new one.
    expect(await inboxOf("admin")).toMatch(/"kind":"scores".*"doneAt":null/);
  });
});

describe("sight", () => {
  test("comes with a complete set of one's own, and not with a part of it or a draft", async () => {
    await send("admin", "scoring.handIn", { cells: cells() });
    await send("member", "scoring.saveDraft", { cells: cells(1, "") });
    expect((await matrixFor("member")).sealed).toBe(true);
    const part = cells(1, "").slice(0, 1);
    expect(await attempt("member", "scoring.handIn", { ...inputOf("scoring.handIn"), cells: part })).toBe(
      "SCORES_MISSING",
    );
    expect((await matrixFor("member")).sealed).toBe(true);
    await send("member", "scoring.handIn", { cells: cells(1, "") });
    expect((await matrixFor("member")).members).toHaveLength(2);
    expect(JSON.stringify(await world.call("member", "scoring.cell", place()))).toContain(secretNote);
    // And to nobody else.
    for (const reader of ["viewer", "lead", "owner"] as const)
      expect((await matrixFor(reader)).sealed).toBe(true);
    // A file is read by anybody: it waits until everybody may see.
    const answers = await everythingFor("member");
    for (const format of ["markdown", "json", "pdf"]) {
      expect(answers[`the open one as ${format}`]).not.toContain(String(secretScore));
      expect(answers[`the open one as ${format}`]).not.toContain(secretNote);
    }
  });

  test("does not let anybody change what they handed in", async () => {
    await send("member", "scoring.handIn");
    expect(await attempt("member", "scoring.handIn", inputOf("scoring.handIn"))).toBe("ALREADY_GIVEN");
  });

  test("is lost with an option that was added, until that is scored too", async () => {
    await send("admin", "scoring.handIn", { cells: cells() });
    await send("member", "scoring.handIn", { cells: cells(1, "") });
    const { id } = z.object({ id: z.string() }).parse(await send("owner", "decisions.addOption"));
    expect((await matrixFor("member")).sealed).toBe(true);
    const byNumber = JSON.stringify(await world.call("viewer", "scoring.byNumber", ofOpen()));
    expect(byNumber).toContain('"finished":[]');
    const [one] = cells(2, "");
    await send("member", "scoring.handIn", { cells: [{ ...one, optionId: id }] });
    expect((await matrixFor("member")).sealed).toBe(false);
    // What was handed in before stays as it was.
    expect(
      await attempt("admin", "scoring.handIn", { ...inputOf("scoring.handIn"), cells: cells(9, "") }),
    ).toBe("SCORED_TWICE");
  });

  test("comes to everybody when the owner reveals; drafts stay with their writers, and the round ends", async () => {
    await send("admin", "scoring.handIn", { cells: cells() });
    await send("lead", "scoring.saveDraft", { cells: cells(999.125, "only a draft") });
    await send("owner", "scoring.reveal");
    for (const reader of blind) {
      const answers = Object.values(await everythingFor(reader)).join();
      expect((await matrixFor(reader)).members).toHaveLength(1);
      expect(answers).toContain(secretNote);
      expect(answers.includes("only a draft")).toBe(reader === "lead");
    }
    expect(await attempt("member", "scoring.handIn", inputOf("scoring.handIn"))).toBe("ROUND_CLOSED");
    expect(await attempt("member", "scoring.saveDraft", inputOf("scoring.saveDraft"))).toBe("ROUND_CLOSED");
    expect(await attempt("owner", "scoring.reveal", inputOf("scoring.reveal"))).toBe("ROUND_CLOSED");
  });

  test("of two who score and one who reveals at once, each is in the matrix or was told that it is closed", async () => {
    for (let time = 0; time < 5; time += 1) {
      await world.restore();
      const [member, , lead] = await Promise.all([
        attempt("member", "scoring.handIn", inputOf("scoring.handIn")),
        attempt("owner", "scoring.reveal", inputOf("scoring.reveal")),
        attempt("lead", "scoring.handIn", inputOf("scoring.handIn")),
      ]);
      const { members, sealed } = await matrixFor("viewer");
      expect(sealed).toBe(false);
      const given = [
        [member, world.people.member],
        [lead, world.people.lead],
      ] as const;
      for (const [answer, { membershipId }] of given) {
        expect([null, "ROUND_CLOSED"]).toContain(answer);
        expect(members.some(({ id }) => id === membershipId)).toBe(answer === null);
      }
    }
  });

  test("is not the business of who may not decide", async () => {
    expect(await attempt("member", "scoring.reveal", inputOf("scoring.reveal"))).toBe("DECISION_NOT_YOURS");
    expect(await attempt("member", "scoring.openRound", inputOf("scoring.openRound"))).toBe(
      "DECISION_NOT_YOURS",
    );
    expect(await attempt("viewer", "scoring.handIn", inputOf("scoring.handIn"))).toBe("ROLE_NOT_ALLOWED");
  });
});
