import { chromium } from "playwright";
const [,, out, ...paths] = process.argv;
const port = process.env.PORT ?? "3650";
const browser = await chromium.launch({ executablePath: "/usr/bin/chromium-headless-shell", args: ["--no-sandbox"] });
const context = await browser.newContext();
const page = await context.newPage();
page.on("console", m => { if (["error","warning"].includes(m.type())) console.log("console:", m.text()); });
page.on("pageerror", e => console.log("pageerror", e.message));
await page.goto(`http://localhost:${port}/sign-in`);
await page.getByRole("button", { name: /Mara Okafor/ }).click();
await page.waitForURL(/\/w\//);
for (const [i, p] of paths.entries()) {
  for (const [w, scheme] of (process.env.LOOKS ?? "1440light").split(",").map(s => [Number(s.match(/\d+/)[0]), s.replace(/\d+/, "")])) {
    await page.setViewportSize({ width: w, height: w < 500 ? 844 : 900 });
    await page.emulateMedia({ colorScheme: scheme });
    const t = Date.now();
    await page.goto(`http://localhost:${port}${p}`, { waitUntil: "networkidle" });
    await page.screenshot({ path: `${out}-${i}-${w}${scheme}.png`, fullPage: process.env.FULL !== "no" });
    console.log(p, w, scheme, Date.now() - t, "ms", await page.evaluate(() => document.documentElement.scrollWidth));
  }
}
await browser.close();
