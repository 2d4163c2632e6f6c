"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { useDeferredValue, useMemo } from "react";
import { useWorkspace } from "@/features/workspaces/ui";
import { calculationNames, calculations, type SizingFigure, tellFigure } from "@/planning";
import { useTRPC } from "@/platform/trpc/client";
import { Button } from "@/ui/button";
import { Card } from "@/ui/card";
import { SegmentedControl } from "@/ui/segmented-control";
import { curveOf, tryToAnswer } from "../answer-rules";
import { resolve } from "../draft-rules";
import { AnswerCard } from "./answer-card";
import { CurveCard } from "./curve-card";
import { InputFields } from "./input-fields";
import { SaveForm } from "./save-form";
import { SavedSizings } from "./saved-sizings";
import { useSizingDraft } from "./use-sizing-draft";

/** The calculators of a project: what is typed is answered at once, here; what is saved is answered by the server again. */
export default function Calculators({
  workspace,
  projectKey,
  address,
}: {
  workspace: string;
  projectKey: string;
  address: Readonly<Record<string, string>>;
}) {
  const trpc = useTRPC();
  const frame = useWorkspace(workspace);
  const { data } = useSuspenseQuery(trpc.sizing.ofProject.queryOptions({ workspace, projectKey }));
  const state = useSizingDraft(address);
  const resolved = resolve(state.calculation, state.draft, data.given);
  const { answer, errors } = tryToAnswer(resolved.input);
  const editable = frame.may("project.edit");
  const open = data.saved.find(({ id }) => id === state.open) ?? null;
  return (
    <div className="grid gap-6">
      <SegmentedControl
        label="What to calculate"
        name="calculation"
        value={state.calculation}
        onChange={state.choose}
        choices={calculations.map((value) => ({ value, label: calculationNames[value] }))}
        className="print:hidden"
      />
      <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_minmax(0,26rem)] lg:grid-rows-[auto_1fr]">
        <Card
          title={calculationNames[state.calculation]}
          actions={
            <Button size="sm" variant="ghost" onClick={state.reset}>
              Begin anew
            </Button>
          }
        >
          <InputFields
            calculation={state.calculation}
            resolved={resolved}
            given={data.given}
            errors={errors ?? {}}
            onChange={state.change}
          />
          {editable ? (
            <SaveForm
              key={open?.id ?? "new"}
              workspace={workspace}
              projectId={data.projectId}
              open={open}
              name={state.name}
              content={answer === null ? null : { sizing: resolved.input, follows: resolved.follows }}
              onRename={state.rename}
              onSaved={state.opened}
            />
          ) : (
            <p className="mt-5 text-sm text-muted">
              You can calculate here; the address of this page holds your numbers. Saving is for who may edit
              the project.
            </p>
          )}
        </Card>
        <div className="lg:col-start-2 lg:row-span-2 lg:row-start-1">
          <AnswerCard
            answer={answer}
            reasons={Object.entries(errors ?? {}).flatMap(([input, reason]) =>
              input in resolved.origins ? [] : [reason],
            )}
          />
        </div>
        {answer !== null && <Curve input={resolved.input} />}
        <AtHand figure={answer?.figures[0] ?? null} />
      </div>
      <SavedSizings
        workspace={workspace}
        projectKey={projectKey}
        data={data}
        open={open?.id ?? null}
        onOpen={state.show}
      />
    </div>
  );
}

/** Thirty-three answers: drawn after the one that was asked for, so that typing does not wait for them. */
function Curve({ input }: { input: Readonly<Record<string, string | number>> }) {
  const settled = useDeferredValue(JSON.stringify(input));
  return <CurveCard curve={useMemo(() => curveOf(JSON.parse(settled)), [settled])} />;
}

/** On a small screen the answer lies below what is asked: its first figure stays in sight while one tries. */
function AtHand({ figure }: { figure: SizingFigure | null }) {
  if (figure === null) return null;
  return (
    <p
      aria-hidden="true"
      className="sticky bottom-2 z-10 w-fit justify-self-center rounded-full border border-line bg-surface px-3 py-1 text-sm shadow-card tabular-nums lg:hidden print:hidden"
    >
      {figure.name} <b className="font-semibold">{tellFigure(figure)}</b>
    </p>
  );
}
