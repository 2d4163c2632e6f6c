"use client";

import {
  assessRisk,
  isAsked,
  type RiskAnswer,
  type RiskAnswers,
  riskClassNames,
  riskGroups,
  riskQuestions,
  tellCitation,
} from "@/planning";
import { Badge, type Tone } from "@/ui/badge";
import { Button } from "@/ui/button";
import { Callout } from "@/ui/callout";
import { Card } from "@/ui/card";
import { formatCount } from "@/ui/format";
import { SegmentedControl } from "@/ui/segmented-control";

const answers = [
  { value: "yes", label: "Yes" },
  { value: "no", label: "No" },
  { value: "unsure", label: "Unsure" },
] as const satisfies readonly { value: RiskAnswer; label: string }[];

const tones = {
  outside: "neutral",
  minimal: "ok",
  transparency: "accent",
  high: "warn",
  prohibited: "warn",
} as const satisfies Record<keyof typeof riskClassNames, Tone>;

/** Questions after the EU AI Act, with the class that the answers lead to and what follows from it. */
export default function BriefRisk({
  value,
  onChange,
}: {
  value: RiskAnswers;
  onChange: (answers: RiskAnswers) => void;
}) {
  const asked = riskQuestions.filter(({ id }) => isAsked(id, value));
  return (
    <Card title="Risk class" hint="after the EU AI Act, Regulation (EU) 2024/1689">
      <RiskVerdict answers={value} />
      <div className="mt-3 grid gap-1">
        {riskGroups.map((group) => {
          const questions = asked.filter((question) => question.group === group.id);
          if (questions.length === 0) return null;
          const open = questions.filter(({ id }) => value[id] === undefined);
          const yes = questions.filter(({ id }) => value[id] === "yes");
          return (
            <details key={group.id} className="border-t border-line py-2 first:border-0">
              <summary className="rounded text-sm hover:text-ink">
                <span className="font-medium">{group.name}</span>{" "}
                <span className="text-muted">
                  {questions.length - open.length} of {questions.length} answered
                  {yes.length > 0 && ` · yes: ${yes.map(({ short }) => short).join(", ")}`}
                </span>
              </summary>
              <div className="mt-1 grid gap-2 sm:pl-4">
                <div className="flex flex-wrap items-center justify-between gap-2">
                  <p className="text-xs text-muted">{group.hint}</p>
                  {open.length > 1 && (
                    <Button
                      size="sm"
                      variant="ghost"
                      onClick={() =>
                        onChange({
                          ...value,
                          ...Object.fromEntries(open.map(({ id }) => [id, "no" as const])),
                        })
                      }
                    >
                      {open.length === questions.length ? "None of these" : "None of the others"}
                    </Button>
                  )}
                </div>
                <ul className="grid gap-2.5">
                  {questions.map(({ id, question, short, source }) => (
                    <li key={id} className="flex flex-wrap items-start justify-between gap-x-3 gap-y-1">
                      <p className="min-w-0 flex-1 basis-56 text-sm">
                        {question}
                        <span className="block text-xs text-muted">{source.at}</span>
                      </p>
                      <SegmentedControl
                        label={short}
                        name={`risk-${id}`}
                        choices={answers}
                        value={value[id] ?? null}
                        onChange={(answer) => onChange({ ...value, [id]: answer })}
                      />
                    </li>
                  ))}
                </ul>
              </div>
            </details>
          );
        })}
      </div>
    </Card>
  );
}

function RiskVerdict({ answers: given }: { answers: RiskAnswers }) {
  const { riskClass, couldBe, because, isExempt, generalPurpose, duties, open } = assessRisk(given);
  if (riskClass === null) {
    return (
      <p className="text-sm text-muted">
        Not assessed yet. Answer what you know; what you are unsure of stays open and is said to be.
      </p>
    );
  }
  return (
    <div className="grid gap-2 text-sm">
      <p className="flex flex-wrap items-center gap-1.5" aria-live="polite">
        <Badge tone={tones[riskClass]}>{riskClassNames[riskClass]}</Badge>
        {generalPurpose !== "none" && (
          <Badge tone="accent">
            General-purpose model{generalPurpose === "systemic" ? " with systemic risk" : ""}
          </Badge>
        )}
        {open.length > 0 && (
          <span className="text-muted">
            so far; {formatCount(open.length, "question")} open
            {couldBe !== riskClass && `, and it could be “${riskClassNames[couldBe]}”`}
          </span>
        )}
      </p>
      {because.length > 0 && (
        <p>
          Because of{" "}
          {because.map(({ id, short, source }, place) => (
            <span key={id}>
              {place > 0 && "; "}
              {short} <span className="text-muted">({source.at})</span>
            </span>
          ))}
          {isExempt && ". Article 6(3) takes it out of the high-risk areas"}.
        </p>
      )}
      {duties.length > 0 && (
        <details>
          <summary className="w-fit rounded hover:text-ink">
            {formatCount(duties.length, "duty follows", "duties follow")}
          </summary>
          <ul className="mt-1 grid list-disc gap-0.5 pl-5">
            {duties.map(({ text, source }) => (
              <li key={text} title={tellCitation(source)}>
                {text} <span className="text-muted">({source.at})</span>
              </li>
            ))}
          </ul>
        </details>
      )}
      <Callout>
        Not legal advice. The questions follow the Regulation as published in 2024, in plain words. What was
        agreed since, new dates of application among it, is not in them: read the consolidated text, and ask a
        lawyer where it matters.
      </Callout>
    </div>
  );
}
