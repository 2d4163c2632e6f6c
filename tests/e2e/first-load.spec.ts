import { expect } from "@playwright/test";
import { firstLoadOf } from "../support/first-load";
import { aPerson, signInAsSample, test } from "./people";

const budgetBytes = 200_000;

test("home, portfolio and decision are alive after less than 200 kB of JavaScript", async ({
  browser,
  baseURL,
}) => {
  const { context, page } = await aPerson(browser);
  await signInAsSample(page, "Mara Okafor");
  const cookie = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
  for (const path of ["", "/portfolio", "/projects/CLN/decisions/5"]) {
    const { scripts, bytes } = await firstLoadOf(`${baseURL}/w/northwind-ai${path}`, cookie);
    expect(scripts, path).toBeGreaterThan(5);
    expect(bytes, path).toBeLessThan(budgetBytes);
  }
});
