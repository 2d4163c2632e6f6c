"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { FileDown } from "lucide-react";
import { type ReactNode, useDeferredValue, useId, useMemo, useState } from "react";
import { useWorkspace } from "@/features/workspaces/ui";
import type { ScopingBrief } from "@/planning";
import { refusalOf, useApi, useTRPC } from "@/platform/trpc/client";
import { useSubmit } from "@/platform/trpc/submit";
import { Button } from "@/ui/button";
import { drawnFirst } from "@/ui/drawn-first";
import { FormError } from "@/ui/form-error";
import { Kbd } from "@/ui/kbd";
import { onDemand, useOnDemand } from "@/ui/on-demand";
import { saveFile } from "@/ui/save-file";
import { RelativeTime } from "@/ui/time";
import { toast } from "@/ui/toast";
import { type BriefDraft, draftOf, fromDraft } from "./brief-draft";
import { BriefFields } from "./brief-fields";
import { BriefTakeBack } from "./brief-take-back";
import { BriefWords } from "./brief-texts";
import { ProjectFrame } from "./project-frame";
import { fieldsAsText, type Saved, savedBrief, useBriefSave } from "./use-brief-save";

const BriefAside = drawnFirst(() => import("./brief-aside"));
const merge = onDemand(() => import("./brief-merge"));

export function BriefScreen({
  workspace,
  projectKey,
  decisions,
}: {
  workspace: string;
  projectKey: string;
  /** What the lifecycle suggests to decide, of which the brief raises some. */
  decisions: ReactNode;
}) {
  const api = useApi();
  const trpc = useTRPC();
  const { currency, may } = useWorkspace(workspace);
  const { data: saved } = useSuspenseQuery(trpc.projects.brief.queryOptions({ workspace, projectKey }));
  const formId = useId();
  const [draft, setDraft] = useState<BriefDraft>(() => draftOf(saved.content, currency));
  const [seen, setSeen] = useState<Saved>({ version: saved.version, content: saved.content });
  const fields = fromDraft(draft, currency);
  const fieldsIn = (content: Saved["content"]) => fieldsAsText(content, currency);
  const { submit, pending, message, errorOf, refusal, forget } = useSubmit(
    useBriefSave(seen.content, currency),
    (answer) => {
      setSeen({ version: answer.version, content: { ...seen.content, ...fields } });
      toast.success("Brief saved");
    },
  );
  const untouched = JSON.stringify(fields) === fieldsIn(seen.content);
  if (saved.version > seen.version && !pending) {
    // Somebody else saved while nothing was typed here: show theirs. Words that were settled meanwhile are nobody's conflict, and a row
    // that was just added, with nothing in it yet, stays.
    const onlyWords = fieldsIn(saved.content) === fieldsIn(seen.content);
    if (untouched && !onlyWords) setDraft(draftOf(saved.content, currency));
    if (untouched || onlyWords) {
      setSeen({ version: saved.version, content: saved.content });
      if (refusal !== null) forget();
    }
  }
  const editable = may("project.edit");
  const save = () => {
    if (pending) return;
    void submit((mutationId) => ({
      workspace,
      mutationId,
      projectId: saved.projectId,
      version: seen.version,
      content: fields,
    }));
  };
  const current = savedBrief.safeParse(refusal?.details.current);
  const theirs = current.success ? current.data : null;
  const { Component: Merge } = useOnDemand(merge, theirs !== null);
  const [shownDraft, shownContent] = [useDeferredValue(draft), useDeferredValue(saved.content)];
  const brief: ScopingBrief = useMemo(
    () => ({ ...shownContent, ...fromDraft(shownDraft, currency) }),
    [shownContent, shownDraft, currency],
  );
  const print = () => {
    if (!untouched) toast.warning("The page has the brief as it was last saved.");
    void api.projects.briefPdf
      .query({ workspace, projectKey })
      .then(saveFile, (error: unknown) => toast.error(refusalOf(error).message));
  };
  return (
    <ProjectFrame
      workspace={workspace}
      projectKey={projectKey}
      actions={
        <Button icon={<FileDown aria-hidden="true" className="size-4" />} onClick={print}>
          One-page PDF
        </Button>
      }
    >
      <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_320px]">
        <form
          id={formId}
          className="grid min-w-0 gap-5"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            save();
          }}
          onKeyDown={(event) => {
            if (event.defaultPrevented || !editable) return;
            if (event.key === "Enter" && (event.metaKey || event.ctrlKey)) save();
          }}
        >
          <FormError message={message} />
          {theirs !== null && Merge !== null && (
            <Merge
              base={seen.content}
              mine={draft}
              theirs={theirs.content}
              currency={currency}
              onMerged={(merged) => {
                setDraft(merged);
                setSeen(theirs);
                forget();
              }}
            />
          )}
          <BriefFields
            draft={draft}
            onChange={setDraft}
            errorOf={errorOf}
            currency={currency}
            editable={editable}
            words={(field) => (
              <BriefWords
                workspace={workspace}
                projectId={saved.projectId}
                field={field}
                words={saved.content[field]}
                editable={editable}
              />
            )}
          />
        </form>
        <div className="grid min-w-0 gap-4 lg:sticky lg:top-5 lg:max-h-[calc(100dvh-2.5rem)] lg:overflow-y-auto">
          {editable && (
            <div className="flex items-center gap-2">
              <Button
                type="submit"
                form={formId}
                variant="primary"
                pending={pending}
                disabled={untouched}
                className="grow"
              >
                Save brief
              </Button>
              <BriefTakeBack workspace={workspace} projectKey={projectKey} projectId={saved.projectId} />
            </div>
          )}
          {editable && (
            <p className="text-xs text-muted">
              <Kbd>Ctrl</Kbd> <Kbd>Enter</Kbd> saves from any field.
            </p>
          )}
          <BriefAside brief={brief} decisions={decisions} />
          <p className="text-xs text-muted">
            Last saved by {saved.updatedBy}, <RelativeTime at={saved.updatedAt} />
          </p>
        </div>
      </div>
    </ProjectFrame>
  );
}
