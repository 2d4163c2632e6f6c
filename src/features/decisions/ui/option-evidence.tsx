"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { useTRPC } from "@/platform/trpc/client";
import { EvidenceList } from "./evidence-list";
import { costOfChangeNames } from "./evidence-words";
import type { Option } from "./option-card";

/** What speaks for and against an option: reasons in words, what it would take to go back, and evidence. */
export default function OptionEvidence({
  workspace,
  decisionId,
  option,
  letter,
}: {
  workspace: string;
  decisionId: string;
  option: Option;
  letter: string;
}) {
  const trpc = useTRPC();
  const { data } = useSuspenseQuery(trpc.evidence.ofDecision.queryOptions({ workspace, decisionId }));
  const { pros, cons, costOfChange, costOfChangeLevel } = option;
  return (
    <>
      {(pros.length > 0 || cons.length > 0) && (
        <ul className="grid gap-0.5 text-sm" aria-label="For and against">
          {pros.map((line) => (
            <Reason key={line} sign="+" side="For" line={line} />
          ))}
          {cons.map((line) => (
            <Reason key={line} sign="−" side="Against" line={line} />
          ))}
        </ul>
      )}
      {(costOfChange !== "" || costOfChangeLevel !== null) && (
        <p className="text-sm [overflow-wrap:anywhere]">
          <span className="text-muted">Cost of change:</span>{" "}
          {costOfChangeLevel !== null && (
            <span className="font-medium">{costOfChangeNames[costOfChangeLevel]}</span>
          )}
          {costOfChange !== "" && costOfChangeLevel !== null && ". "}
          {costOfChange}
        </p>
      )}
      <EvidenceList
        workspace={workspace}
        decisionId={decisionId}
        optionId={option.id}
        about={`option ${letter}`}
        evidence={data.evidence.filter((item) => item.optionId === option.id)}
        mayAdd={data.mayAdd}
      />
    </>
  );
}

function Reason({ sign, side, line }: { sign: string; side: string; line: string }) {
  return (
    <li className="grid grid-cols-[1rem_minmax(0,1fr)] [overflow-wrap:anywhere]">
      <span aria-hidden="true" className={sign === "+" ? "font-semibold text-ok" : "font-semibold text-warn"}>
        {sign}
      </span>
      <span>
        <span className="sr-only">{side}: </span>
        {line}
      </span>
    </li>
  );
}
