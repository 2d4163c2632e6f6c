import { expect, test } from "vitest";
import { askedTogether } from "./asked-together";

test("one look answers all who ask in the same moment, and each question by itself", async () => {
  const together = askedTogether<number>();
  let looks = 0;
  const look = async () => {
    looks += 1;
    return looks;
  };
  const ask = async (question: string) => await together(question, look);
  expect(await Promise.all([ask("a"), ask("a"), ask("b"), ask("a")])).toEqual([1, 1, 2, 1]);
});

test("a look begins after whoever shares it asked, so who asks during a look has one of their own", async () => {
  const together = askedTogether<string>();
  let state = "before";
  let whileLooking: Promise<string> | undefined;
  const first = together("what is it?", async () => {
    const seen = state;
    state = "after";
    whileLooking = together("what is it?", async () => state);
    return seen;
  });
  expect(await first).toBe("before");
  expect(await whileLooking).toBe("after");
});

test("a look that fails fails for all who share it, and not for the next", async () => {
  const together = askedTogether<string>();
  const failing = () =>
    together("q", async () => {
      throw new Error("lost");
    });
  const both = await Promise.allSettled([failing(), failing()]);
  expect(both.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  expect(await together("q", async () => "found")).toBe("found");
});
