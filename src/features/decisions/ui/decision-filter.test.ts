import { describe, expect, test } from "vitest";
import { filterAddress, inView, readFilter } from "./decision-filter";

const addressOf = (search: Record<string, string>) => filterAddress("/log", readFilter(search));

describe("the address of the log", () => {
  test("keeps what is asked for, and drops what can't be", () => {
    const search = { view: "timeline", state: "decided", project: "SUP", q: "recall", before: "2026-04" };
    expect(addressOf(search)).toBe("/log?view=timeline&state=decided&project=SUP&q=recall&before=2026-04");
    expect(addressOf({ view: "pie", state: "maybe", project: "sup'", before: "2026-13" })).toBe(
      "/log?state=open",
    );
  });

  test("begins with what each view is for, until a state was chosen", () => {
    expect(readFilter({}).state).toBe("open");
    expect(readFilter({ view: "graph" }).state).toBe("all");
    expect(inView(readFilter({}), "timeline").state).toBe("all");
    expect(inView(readFilter({ view: "timeline" }), "list").state).toBe("open");
    expect(inView(readFilter({ state: "decided" }), "graph").state).toBe("decided");
  });

  test("goes to another view with the same words and project, from its beginning", () => {
    const filter = readFilter({ view: "timeline", q: "recall", project: "SUP", before: "2026-04" });
    expect(inView(filter, "graph")).toMatchObject({ text: "recall", projectKey: "SUP", before: null });
  });
});
