import { chromium } from "playwright";
const browser = await chromium.launch({ executablePath: "/usr/bin/chromium-headless-shell", args: ["--no-sandbox"] });
const at = "http://localhost:3611";
const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
const page = await context.newPage();
page.setDefaultTimeout(20000);
page.on("console", (m) => { if (["error", "warning"].includes(m.type())) console.log(m.text()); });
await page.goto(`${at}/sign-in`);
await page.getByRole("button", { name: /Mara Okafor/ }).click();
await page.waitForURL(/\/w\//);
const url = `${at}/w/northwind-ai/projects/CLN/scenarios`;
await page.goto(url);
await page.screenshot({ path: "/tmp/shots/empty-1440.png", fullPage: true });
const names = ["Fine-tune on our own letters, with the full review", "Prompt first", "Retrieval before anything else", "Wait for the new ward", "One evaluation only"];
if ((await page.getByRole("list", { name: "Scenarios" }).count()) === 0) {
  for (const [i, name] of names.entries()) {
    await page.getByRole("button", { name: "New scenario…" }).click();
    await page.getByLabel("Name of the scenario").fill(name);
    const selects = page.locator("fieldset", { hasText: "Open decisions" }).locator("select");
    const count = await selects.count();
    for (let s = 0; s < Math.min(count, i + 1); s++) {
      const options = await selects.nth(s).locator("option").count();
      await selects.nth(s).selectOption({ index: 1 + ((i + s) % (options - 1)) });
    }
    if (i % 2 === 0) {
      for (const row of [1, 3]) {
        const cell = page.locator(`[data-cell="${row}:4"]`);
        await cell.focus();
        await page.keyboard.press("Enter");
        const boxes = page.getByRole("group", { name: /^Duration here/ }).getByRole("textbox");
        await boxes.nth(2).fill("70"); await boxes.nth(1).fill("30"); await boxes.nth(0).fill("20");
        await page.keyboard.press("Enter");
      }
    }
    if (i === 0) await page.screenshot({ path: "/tmp/shots/form-1440.png", fullPage: true });
    if (i === 3) await page.locator('input[type="date"]').fill("2027-09-01");
    await page.getByRole("button", { name: "Make scenario" }).click();
    await page.getByRole("heading", { name }).waitFor();
  }
}
for (const scheme of ["light", "dark"]) for (const width of [1440, 390, 768]) {
  await page.emulateMedia({ colorScheme: scheme });
  await page.setViewportSize({ width, height: 900 });
  await page.goto(url);
  await page.getByRole("rowheader", { name: /Running cost/ }).waitFor();
  await page.screenshot({ path: `/tmp/shots/list-${width}-${scheme}.png`, fullPage: true });
}
await page.emulateMedia({ colorScheme: "light" });
await page.setViewportSize({ width: 1440, height: 900 });
await page.goto(url);
await page.getByRole("button", { name: `Apply ${names[0]}…` }).click();
await page.getByRole("dialog").getByRole("button", { name: "Apply to the plan" }).waitFor();
await page.screenshot({ path: "/tmp/shots/apply-1440.png" });
await page.setViewportSize({ width: 390, height: 844 });
await page.screenshot({ path: "/tmp/shots/apply-390.png" });
await page.keyboard.press("Escape");
await page.getByRole("button", { name: `Edit ${names[0]}` }).click();
await page.getByLabel("Name of the scenario").waitFor();
await page.screenshot({ path: "/tmp/shots/form-390.png", fullPage: true });
await page.goto(`${at}/w/northwind-ai/projects/CLN/forecast`);
await page.setViewportSize({ width: 1440, height: 900 });
await page.screenshot({ path: "/tmp/shots/forecast-1440.png" });
await browser.close();
