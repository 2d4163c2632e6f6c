"use client";

import { useState } from "react";
import { calculationNames, tellSizing } from "@/planning";
import { useApi } from "@/platform/trpc/client";
import { useSubmit } from "@/platform/trpc/submit";
import { Button } from "@/ui/button";
import { Callout } from "@/ui/callout";
import { Field } from "@/ui/field";
import { FormError } from "@/ui/form-error";
import { SegmentedControl } from "@/ui/segmented-control";
import { TextArea } from "@/ui/text-area";
import { TextInput } from "@/ui/text-input";
import type { EvidenceItem } from "../evidence.queries";
import { contentOf, draftOf, type EvidenceDraft } from "./evidence-draft";
import { evidenceKindNames } from "./evidence-words";
import { FileField } from "./file-field";
import { ResultFields } from "./result-fields";
import { SizingFields } from "./sizing-fields";
import { uploadFile } from "./upload-file";

const kinds = ["link", "result", "file", "sizing"] as const;

export default function EvidenceForm({
  workspace,
  decisionId,
  optionId,
  item,
  onDone,
}: {
  workspace: string;
  decisionId: string;
  optionId: string | null;
  item: EvidenceItem | null;
  onDone: () => void;
}) {
  const api = useApi();
  const [draft, setDraft] = useState<EvidenceDraft>(() => draftOf(item));
  const [version, setVersion] = useState(item?.version ?? 0);
  const [uploaded, setUploaded] = useState<{ file: File; fileId: string } | null>(null);
  const [uploading, setUploading] = useState(false);
  const [fileMessage, setFileMessage] = useState<string | null>(null);
  const add = useSubmit(api.evidence.add.mutate, onDone);
  const edit = useSubmit(api.evidence.edit.mutate, onDone);
  const { pending, message, errorOf, refusal } = item === null ? add : edit;
  const change = (part: Partial<EvidenceDraft>) => setDraft((last) => ({ ...last, ...part }));

  const send = async () => {
    if (item !== null) {
      const content =
        draft.kind === "file" || draft.kind === "model" ? { kind: draft.kind } : contentOf(draft);
      await edit.submit((mutationId) => ({
        workspace,
        mutationId,
        evidenceId: item.id,
        version,
        title: draft.title,
        note: draft.note,
        content,
      }));
      return;
    }
    const common = { workspace, decisionId, optionId, title: draft.title, note: draft.note };
    if (draft.kind !== "file") {
      await add.submit((mutationId) => ({ ...common, mutationId, content: contentOf(draft) }));
      return;
    }
    const fileId = await idOfFile();
    if (fileId !== null)
      await add.submit((mutationId) => ({ ...common, mutationId, content: { kind: "file", fileId } }));
  };

  /** A file that was sent once is not sent again when the words beside it need attention. */
  const idOfFile = async () => {
    const { file } = draft;
    if (file === null) {
      setFileMessage("Please choose a file.");
      return null;
    }
    if (uploaded?.file === file) return uploaded.fileId;
    setUploading(true);
    setFileMessage(null);
    const answer = await uploadFile(workspace, file);
    setUploading(false);
    if ("message" in answer) {
      setFileMessage(answer.message);
      return null;
    }
    setUploaded({ file, fileId: answer.fileId });
    return answer.fileId;
  };

  return (
    <form
      className="grid gap-4"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!uploading) void send();
      }}
    >
      <FormError message={message} />
      {refusal?.code === "STALE_VERSION" && item !== null && (
        <Callout tone="warn" title={`It now reads “${item.title}”.`}>
          <p className="max-h-40 overflow-y-auto whitespace-pre-wrap">{item.note}</p>
          <div className="mt-2 flex flex-wrap gap-2">
            <Button size="sm" onClick={() => setVersion(item.version)}>
              Keep mine and save over it
            </Button>
            <Button
              size="sm"
              onClick={() => {
                setDraft(draftOf(item));
                setVersion(item.version);
              }}
            >
              Take theirs
            </Button>
          </div>
        </Callout>
      )}
      {item === null && (
        <SegmentedControl
          label="Kind of evidence"
          name="kind"
          value={kinds.find((kind) => kind === draft.kind) ?? "link"}
          onChange={(kind) => change({ kind })}
          choices={kinds.map((kind) => ({ value: kind, label: evidenceKindNames[kind] }))}
        />
      )}
      {draft.kind === "link" && (
        <Field label="Address" error={errorOf("content.url")} required>
          <TextInput
            type="url"
            value={draft.url}
            onChange={(event) => change({ url: event.target.value })}
            placeholder="https://"
          />
        </Field>
      )}
      {draft.kind === "file" && item === null && (
        <FileField
          workspace={workspace}
          message={fileMessage}
          onChange={(file) => {
            setFileMessage(null);
            change({ file, title: draft.title === "" ? (file?.name ?? "") : draft.title });
          }}
        />
      )}
      <Field label="Title" error={errorOf("title")} required>
        <TextInput value={draft.title} onChange={(event) => change({ title: event.target.value })} />
      </Field>
      {draft.kind === "result" && (
        <ResultFields draft={draft.result} errorOf={errorOf} onChange={(result) => change({ result })} />
      )}
      {draft.kind === "sizing" && draft.fixedSizing !== null && (
        <p className="text-sm text-muted">
          {calculationNames[draft.fixedSizing.calculation]}: {tellSizing(draft.fixedSizing)}. Its numbers are
          set on the project's Size page.
        </p>
      )}
      {draft.kind === "sizing" && draft.fixedSizing === null && (
        <SizingFields
          workspace={workspace}
          draft={draft.sizing}
          errorOf={errorOf}
          onChange={(sizing) => change({ sizing })}
        />
      )}
      <Field label="What it shows" error={errorOf("note")} optional>
        <TextArea value={draft.note} onChange={(event) => change({ note: event.target.value })} />
      </Field>
      <div className="flex justify-end">
        <Button type="submit" variant="primary" pending={pending || uploading}>
          {item === null ? "Add evidence" : "Save evidence"}
        </Button>
      </div>
    </form>
  );
}
