import type { ProjectTask } from "@/features/plans/queries";
import { formatDate, formatDays } from "@/ui/format";

/** How much room a task has before it moves the plan's end, and what that rests on. */
export function SlackNote({
  task: { slack, status, notBeforeOn },
}: {
  task: Pick<ProjectTask, "slack" | "status" | "notBeforeOn">;
}) {
  if (slack === null) return null;
  const days = formatSlack(slack.slackWorkingDays);
  const begun = status === "started";
  const { earliestStartOn: earliest, latestStartOn: latest } = slack;
  return (
    <p className="text-sm">
      {slack.slackWorkingDays === 0 ? (
        <>
          <b className="font-semibold">Critical, 0 days of slack:</b>{" "}
          {begun ? "taking longer" : `beginning after ${formatDate(earliest)}, or taking longer,`} moves the
          plan's end.
        </>
      ) : (
        <>
          <b className="font-semibold">
            {days} working {days === "1" ? "day" : "days"} of slack:
          </b>{" "}
          it may{" "}
          {begun ? "take that much longer" : `begin from ${formatDate(earliest)} to ${formatDate(latest)}`}{" "}
          without moving the plan's end.
        </>
      )}{" "}
      {notBeforeOn !== null &&
        status === "planned" &&
        `Not before ${formatDate(notBeforeOn)}, as was set here or by the portfolio's schedule. `}
      <span className="text-xs text-muted">
        By the most likely durations, with one pass of alignment; open decisions are left out.
      </span>
    </p>
  );
}

/** Some slack is never shown as none. */
export function formatSlack(workingDays: number): string {
  return workingDays > 0 && workingDays < 0.05 ? "under 0.1" : formatDays(workingDays);
}
