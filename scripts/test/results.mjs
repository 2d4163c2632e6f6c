// How many tests passed and failed, from what the runners wrote down.
import { readFileSync } from "node:fs";

/** @typedef {{ passed: number, failed: number }} Count */

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
  return believable({ passed: report.numPassedTests, failed: report.numFailedTests + unloaded }, succeeded);
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
  return believable({ passed: expected, failed: unexpected + flaky }, succeeded);
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
