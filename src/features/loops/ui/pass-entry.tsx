"use client";

import { useRouter } from "next/navigation";
import { useWorkspace } from "@/features/workspaces/ui";
import { techniqueNames } from "@/planning";
import { useApi } from "@/platform/trpc/client";
import { useSubmit } from "@/platform/trpc/submit";
import { Button } from "@/ui/button";
import { DialogOnDemand } from "@/ui/dialog-on-demand";
import { FormError } from "@/ui/form-error";
import { formatDate, formatMoney, formatPersonDays } from "@/ui/format";
import { Link } from "@/ui/link";
import { onDemand } from "@/ui/on-demand";
import type { PassesView } from "../queries";
import { figureText } from "./pass-lines";

const recordPanel = onDemand(() => import("./record-panel"));
const resultPanel = onDemand(() => import("./result-panel"));

type Pass = PassesView["passes"][number];

/** One pass: what was tried, when, what it took, what was found, and what is asked after it. */
export function PassEntry({
  workspace,
  projectKey,
  view,
  pass,
}: {
  workspace: string;
  projectKey: string;
  view: PassesView;
  pass: Pass;
}) {
  const frame = useWorkspace(workspace);
  const base = `/w/${workspace}/projects/${projectKey}`;
  const mayRecord = frame.may("loop.record");
  const took = [
    pass.personDays === null ? null : formatPersonDays(pass.personDays, { short: true }),
    pass.costMinor === null ? null : formatMoney(pass.costMinor, frame.currency, { compact: true }),
  ].filter((part) => part !== null);
  return (
    <li className="grid gap-1.5 border-t border-line py-3 text-sm">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <h3 className="font-medium">Pass {pass.number}</h3>
        <span className="text-xs text-muted tabular-nums">{[tellDays(pass), ...took].join(" · ")}</span>
      </div>
      {pass.tried === "" ? (
        <p className="text-muted">What was tried is not recorded yet.</p>
      ) : (
        <p className="max-w-prose whitespace-pre-line [overflow-wrap:anywhere]">{pass.tried}</p>
      )}
      {(pass.techniques.length > 0 || pass.decision !== null) && (
        <p className="text-xs text-muted">
          {pass.techniques.map((id) => techniqueNames[id].name).join(", ")}
          {pass.techniques.length > 0 && pass.decision !== null && " · "}
          {pass.decision !== null && (
            <>
              after{" "}
              <Link
                href={`${base}/decisions/${pass.decision.number}`}
                className="text-accent underline underline-offset-2"
              >
                D-{pass.decision.number} {pass.decision.question}
              </Link>
            </>
          )}
        </p>
      )}
      {pass.results.length > 0 && (
        <ul aria-label={`Results of pass ${pass.number}`} className="grid gap-0.5 text-xs">
          {pass.results.map((result) => (
            <ResultLine key={result.id} workspace={workspace} result={result} mayRecord={mayRecord} />
          ))}
        </ul>
      )}
      <div className="flex flex-wrap items-center gap-2">
        {mayRecord && (
          <>
            <DialogOnDemand
              part={recordPanel}
              trigger={
                <Button size="sm" aria-label={`Record pass ${pass.number}`}>
                  Record…
                </Button>
              }
            >
              {(Panel, dialog) => (
                <Panel
                  workspace={workspace}
                  view={view}
                  pass={pass}
                  currency={frame.currency}
                  dialog={dialog}
                />
              )}
            </DialogOnDemand>
            <DialogOnDemand
              part={resultPanel}
              trigger={
                <Button size="sm" aria-label={`Add a result to pass ${pass.number}`}>
                  Add a result…
                </Button>
              }
            >
              {(Panel, dialog) => (
                <Panel
                  workspace={workspace}
                  view={view}
                  number={pass.number}
                  name={frame.myName}
                  dialog={dialog}
                />
              )}
            </DialogOnDemand>
          </>
        )}
        {pass.next !== null ? (
          <Link
            href={`${base}/decisions/${pass.next.number}`}
            className="text-xs text-accent underline underline-offset-2"
          >
            D-{pass.next.number} {pass.next.question}
            {pass.next.chosen !== null && ` ${pass.next.chosen}`}
          </Link>
        ) : (
          frame.may("decision.ask") && (
            <AskNext workspace={workspace} base={base} projectId={view.projectId} number={pass.number} />
          )
        )}
      </div>
    </li>
  );
}

function tellDays({ startedOn, begunOn, finishedOn }: Pass): string {
  const from = startedOn ?? begunOn;
  if (from === null) return "not dated";
  return finishedOn === null
    ? `since ${formatDate(from)}`
    : `${formatDate(from)} to ${formatDate(finishedOn)}`;
}

function ResultLine({
  workspace,
  result,
  mayRecord,
}: {
  workspace: string;
  result: Pass["results"][number];
  mayRecord: boolean;
}) {
  const api = useApi();
  const { submit, pending, message } = useSubmit(api.loops.removeResult.mutate);
  const said = `${result.metric}: ${figureText(result.value, result.unit)}`;
  return (
    <li className="flex flex-wrap items-baseline gap-x-2 tabular-nums">
      <span className="[overflow-wrap:anywhere]">
        {said}
        {result.met !== null && (
          <span className={result.met ? "text-ok" : "text-warn"}>{result.met ? ", met" : ", not met"}</span>
        )}
      </span>
      <span className="text-muted [overflow-wrap:anywhere]">
        {result.dataSet !== "" && `on ${result.dataSet}, `}
        {formatDate(result.measuredOn)}, {result.measuredBy}
      </span>
      {mayRecord && (
        <button
          type="button"
          aria-label={`Remove result: ${said}`}
          aria-busy={pending}
          className="min-h-6 rounded text-muted underline underline-offset-2 hover:text-warn"
          onClick={() => void submit((mutationId) => ({ workspace, mutationId, resultId: result.id }))}
        >
          Remove
        </button>
      )}
      <FormError message={message} />
    </li>
  );
}

function AskNext({
  workspace,
  base,
  projectId,
  number,
}: {
  workspace: string;
  base: string;
  projectId: string;
  number: number;
}) {
  const api = useApi();
  const router = useRouter();
  const { submit, pending, message } = useSubmit(api.loops.askNext.mutate, (made) =>
    router.push(`${base}/decisions/${made.number}`),
  );
  return (
    <>
      <Button
        size="sm"
        variant="primary"
        pending={pending}
        aria-label={`After pass ${number}: ask whether to stop, go on, or change technique`}
        onClick={() => void submit((mutationId) => ({ workspace, mutationId, projectId, number }))}
      >
        Ask: stop, go on, or change technique?
      </Button>
      <FormError message={message} />
    </>
  );
}
