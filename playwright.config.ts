import { tmpdir } from "node:os";
import { join } from "node:path";
import { defineConfig, devices } from "@playwright/test";

// `npm test` names a free port, a fresh folder and a browser; these are for runs by hand.
const port = process.env.PHASEWISE_E2E_PORT ?? "3977";
const dataDir = process.env.PHASEWISE_E2E_DATA_DIR ?? join(tmpdir(), `phasewise-e2e-${process.pid}`);
const mailPort = process.env.PHASEWISE_E2E_MAIL_PORT ?? "3978";
const mailFolder = join(dataDir, "caught-mail");
const baseURL = `http://localhost:${port}`;

export default defineConfig({
  testDir: "tests/e2e",
  globalSetup: "tests/e2e/mail-server.ts",
  metadata: { mailPort, mailFolder },
  outputDir: "test-results/e2e",
  workers: 2,
  fullyParallel: true,
  // Luck is no argument: a test that fails once has failed.
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  // Against hanging only: walks of several people are long, and what they wait for has a limit of its own.
  timeout: 120_000,
  expect: { timeout: 10_000 },
  reporter: [["list"]],
  use: {
    baseURL,
    locale: "de-DE",
    timezoneId: "Asia/Kathmandu",
    // A trace of every test costs a tenth of the time; ask for it when looking for a cause: npm test -- --only=e2e --trace=on
    screenshot: "only-on-failure",
    launchOptions: {
      ...(process.env.PHASEWISE_BROWSER && { executablePath: process.env.PHASEWISE_BROWSER }),
      args: [
        "--disable-gpu",
        "--disable-quic",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        // Chromium's sandbox does not run as root.
        ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
      ],
    },
  },
  projects: [
    { name: "chromium", use: { ...devices["Desktop Chrome"], viewport: { width: 1440, height: 900 } } },
  ],
  webServer: {
    command: "node scripts/start.mjs",
    url: `${baseURL}/api/health/ready`,
    timeout: 300_000,
    gracefulShutdown: { signal: "SIGTERM", timeout: 15_000 },
    stdout: "pipe",
    stderr: "pipe",
    env: {
      PORT: port,
      PHASEWISE_DATA_DIR: dataDir,
      DATABASE_URL: "",
      PUBLIC_URL: baseURL,
      TRUST_PROXY: "on",
      PHASEWISE_SAMPLE: "on",
      SMTP_URL: `smtp://127.0.0.1:${mailPort}`,
      MAIL_FROM: "Phasewise <phasewise@example.org>",
      MAIL_GATHER_SECONDS: "1",
      LOG_LEVEL: "warn",
    },
  },
});
