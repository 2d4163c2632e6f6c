"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { useState } from "react";
import { z } from "zod";
import { useWorkspace } from "@/features/workspaces/ui";
import { useApi, useTRPC } from "@/platform/trpc/client";
import { useSubmit } from "@/platform/trpc/submit";
import { Badge } from "@/ui/badge";
import { Button } from "@/ui/button";
import { Card } from "@/ui/card";
import { FormError } from "@/ui/form-error";
import { Kbd } from "@/ui/kbd";
import { RelativeTime } from "@/ui/time";
import { toast } from "@/ui/toast";
import { briefContent, vagueParts } from "../schema";
import { type BriefDraft, briefFieldNames, briefFields, draftOf, fromDraft } from "./brief-draft";
import { BriefFields, partNames } from "./brief-fields";
import { FieldMerge } from "./field-merge";
import { mergeFields, takeTheirs } from "./merge-fields";
import { ProjectFrame } from "./project-frame";

const savedBrief = z.object({ version: z.number(), content: briefContent });

export function BriefScreen({ workspace, projectKey }: { workspace: string; projectKey: string }) {
  const api = useApi();
  const trpc = useTRPC();
  const frame = useWorkspace(workspace);
  const { data: saved } = useSuspenseQuery(trpc.projects.brief.queryOptions({ workspace, projectKey }));
  const [draft, setDraft] = useState<BriefDraft>(() => draftOf(saved.content, frame.currency));
  const [seen, setSeen] = useState({ version: saved.version, content: saved.content });
  const { submit, pending, message, errorOf, refusal, forget } = useSubmit(
    api.projects.saveBrief.mutate,
    (answer) => {
      setSeen({ version: answer.version, content: fromDraft(draft, frame.currency) });
      toast.success("Brief saved");
    },
  );
  const untouched = JSON.stringify(draft) === JSON.stringify(draftOf(seen.content, frame.currency));
  // Somebody else saved while nothing was typed here: show theirs.
  if (saved.version > seen.version && untouched && !pending) {
    setSeen({ version: saved.version, content: saved.content });
    setDraft(draftOf(saved.content, frame.currency));
  }
  const editable = frame.may("project.edit");
  const vague = vagueParts(fromDraft(draft, frame.currency));
  const save = () =>
    void submit((mutationId) => ({
      workspace,
      mutationId,
      projectId: saved.projectId,
      version: seen.version,
      content: fromDraft(draft, frame.currency),
    }));
  const current = savedBrief.safeParse(refusal?.details.current);
  const theirs = current.success ? draftOf(current.data.content, frame.currency) : null;
  return (
    <ProjectFrame workspace={workspace} projectKey={projectKey}>
      <form
        className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_280px]"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
        onKeyDown={(event) => {
          if (event.key === "Enter" && (event.metaKey || event.ctrlKey) && editable) save();
        }}
      >
        <div className="grid gap-5">
          <FormError message={message} />
          {theirs !== null && current.success && (
            <FieldMerge
              what="brief"
              names={briefFieldNames}
              fields={mergeFields(briefFields, {
                base: draftOf(seen.content, frame.currency),
                mine: draft,
                theirs,
              })}
              onMerged={(fields) => {
                setDraft(takeTheirs(draft, theirs, fields));
                setSeen(current.data);
                forget();
              }}
            />
          )}
          <fieldset disabled={!editable} className="contents">
            <BriefFields draft={draft} onChange={setDraft} errorOf={errorOf} currency={frame.currency} />
          </fieldset>
        </div>
        <div className="grid gap-4 lg:sticky lg:top-5">
          {editable && (
            <Button type="submit" variant="primary" pending={pending} disabled={untouched}>
              Save brief
            </Button>
          )}
          {editable && (
            <p className="text-xs text-muted">
              <Kbd>Ctrl</Kbd> <Kbd>Enter</Kbd> saves from any field.
            </p>
          )}
          <Card
            title="Still vague"
            hint={vague.length === 0 ? "nothing" : `${vague.length} of ${Object.keys(partNames).length}`}
          >
            {vague.length === 0 ? (
              <p className="text-sm text-muted">Every part is settled. A sponsor could sign this.</p>
            ) : (
              <ul className="flex flex-wrap gap-1.5">
                {vague.map((part) => (
                  <li key={part}>
                    <Badge>{partNames[part]}</Badge>
                  </li>
                ))}
              </ul>
            )}
          </Card>
          <p className="text-xs text-muted">
            Last saved by {saved.updatedBy}, <RelativeTime at={saved.updatedAt} />
          </p>
        </div>
      </form>
    </ProjectFrame>
  );
}
