import { describe, expect, test } from "vitest";
import { mayDecide, mayDo, whyNotGive, whyNotGiveUpOwnership, whyNotManage } from "./permissions";

describe("who may do what", () => {
  test("viewers read and comment, and nothing else changes through them", () => {
    expect(mayDo("viewer", "project.read")).toBe(true);
    expect(mayDo("viewer", "comment.write")).toBe(true);
    expect(mayDo("viewer", "project.edit")).toBe(false);
    expect(mayDo("viewer", "decision.decide")).toBe(false);
  });

  test("a member decides what they own, a lead any decision, a viewer none", () => {
    expect(mayDecide("member", false)).toBe(false);
    expect(mayDecide("member", true)).toBe(true);
    expect(mayDecide("lead", false)).toBe(true);
    expect(mayDecide("viewer", true)).toBe(false);
  });

  test("nobody gives a role above their own", () => {
    expect(whyNotGive("admin", "owner")).not.toBeNull();
    expect(whyNotGive("admin", "admin")).toBeNull();
  });

  test("nobody changes somebody above them", () => {
    expect(whyNotManage("admin", "owner")).not.toBeNull();
    expect(whyNotManage("owner", "owner")).toBeNull();
  });

  test("the last owner stays one", () => {
    expect(whyNotGiveUpOwnership(1, "owner", "admin")).not.toBeNull();
    expect(whyNotGiveUpOwnership(1, "owner", null)).not.toBeNull();
    expect(whyNotGiveUpOwnership(2, "owner", null)).toBeNull();
    expect(whyNotGiveUpOwnership(1, "admin", null)).toBeNull();
  });
});
