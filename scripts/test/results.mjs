// How many tests passed and failed, and which ones failed, from what the runners wrote down.
import { readFileSync } from "node:fs";
import { stripVTControlCharacters } from "node:util";

/** @typedef {{ passed: number, failed: number, failures?: readonly string[] }} Count */

/**
 * @param {string} file Vitest's JSON report
 * @param {boolean} succeeded whether Vitest ended with exit code 0
 * @returns {Count}
 */
export function vitestCount(file, succeeded) {
  const report = read(file);
  if (!report) return { passed: 0, failed: 1 };
  // A file that could not be loaded has no tests to fail; it counts as one.
  const unloaded = report.testResults.filter(
    (/** @type {{ status: string, assertionResults: unknown[] }} */ file) =>
      file.status === "failed" && file.assertionResults.length === 0,
  ).length;
  /** @type {{ name: string, assertionResults: { status: string, fullName: string, failureMessages: string[] }[] }[]} */
  const files = report.testResults;
  const failures = files.flatMap(({ name, assertionResults }) =>
    assertionResults
      .filter(({ status }) => status === "failed")
      .map(({ fullName, failureMessages }) => told(name, fullName, failureMessages[0])),
  );
  return believable(
    { passed: report.numPassedTests, failed: report.numFailedTests + unloaded, failures },
    succeeded,
  );
}

/**
 * @param {string} file Playwright's JSON report
 * @param {boolean} succeeded
 * @returns {Count}
 */
export function playwrightCount(file, succeeded) {
  const report = read(file);
  if (!report) return { passed: 0, failed: 1 };
  const { expected, unexpected, flaky } = report.stats;
  /** @type {{ message?: string, location?: { file: string } }[]} */
  const errors = report.errors;
  const outside = errors.map(({ message, location }) =>
    told(location?.file ?? "", "outside a test", message),
  );
  return believable(
    {
      passed: expected,
      failed: unexpected + flaky,
      failures: [...outside, ...report.suites.flatMap(failedSpecs)],
    },
    succeeded,
  );
}

/**
 * @typedef {{ results: { error?: { message?: string } }[] }} Run
 * @typedef {{ specs: { ok: boolean, file: string, title: string, tests: Run[] }[], suites?: Suite[] }} Suite
 * @param {Suite} suite
 * @returns {string[]}
 */
function failedSpecs({ specs, suites = [] }) {
  const failed = specs
    .filter(({ ok }) => !ok)
    .map(({ file, title, tests }) => told(file, title, tests.at(-1)?.results.at(-1)?.error?.message));
  return [...failed, ...suites.flatMap(failedSpecs)];
}

/**
 * One failure in a few lines: which test, and how its message begins.
 *
 * @param {string} file
 * @param {string} title
 * @param {string} [message]
 */
function told(file, title, message = "") {
  const beginning = stripVTControlCharacters(message)
    .split("\n")
    .filter((line) => line.trim() !== "")
    .slice(0, 6)
    .map((line) => `\n    ${line.slice(0, 200)}`);
  return `${file.replace(`${process.cwd()}/`, "")} › ${title}${beginning.join("")}`;
}

/**
 * A runner that ran nothing, or that failed beside its tests, has not passed.
 *
 * @param {Count} count
 * @param {boolean} succeeded
 */
function believable(count, succeeded) {
  const ranNothing = count.passed + count.failed === 0;
  const failedElsewhere = !succeeded && count.failed === 0;
  return ranNothing || failedElsewhere ? { ...count, failed: count.failed + 1 } : count;
}

/** @param {string} file */
function read(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
}
