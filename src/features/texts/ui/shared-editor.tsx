"use client";

import { defaultKeymap } from "@codemirror/commands";
import { markdown } from "@codemirror/lang-markdown";
import { HighlightStyle, syntaxHighlighting } from "@codemirror/language";
import { EditorState } from "@codemirror/state";
import { EditorView, keymap } from "@codemirror/view";
import { tags } from "@lezer/highlight";
import { useEffect, useRef, useState } from "react";
import { yCollab, yUndoManagerKeymap } from "y-codemirror.next";
import { UndoManager } from "yjs";
import { refusalOf } from "@/platform/trpc/client";
import { AvatarStack } from "@/ui/avatar";
import { Button } from "@/ui/button";
import { FormError } from "@/ui/form-error";
import { SharedText, type TextDoor, type TextStatus } from "./shared-text";

const begun: TextStatus = { saved: true, connected: true, refusal: null, others: [] };

/** Where several people write one text: each sees the others' words and cursors as they come. Markdown. */
export default function SharedEditor({
  label,
  door,
  settle,
  onClose,
}: {
  label: string;
  door: TextDoor;
  /** Makes the words the record's; every one of them has arrived. Throws what the server refuses. */
  settle: () => Promise<void>;
  onClose: () => void;
}) {
  const frame = useRef<HTMLDivElement>(null);
  const shared = useRef<SharedText | null>(null);
  const [status, setStatus] = useState(begun);
  const [failure, setFailure] = useState<string | null>(null);
  const [leaving, setLeaving] = useState(false);
  const latest = useRef({ label, door });

  const done = async () => {
    setLeaving(true);
    const isAll = (await shared.current?.flush()) ?? true;
    if (isAll) await settle().then(onClose, (error: unknown) => setFailure(refusalOf(error).message));
    setLeaving(false);
  };
  const leave = useRef(done);
  leave.current = done;

  useEffect(() => {
    const { current: given } = latest;
    const text = new SharedText(given.door, setStatus);
    shared.current = text;
    let view: EditorView | null = null;
    text.open().then(
      () => {
        if (frame.current === null || shared.current !== text) return;
        view = editorOf(text, frame.current, given.label, () => void leave.current());
        view.focus();
      },
      (error: unknown) => setFailure(refusalOf(error).message),
    );
    return () => {
      if (shared.current === text) shared.current = null;
      view?.destroy();
      text.close();
    };
  }, []);

  // Closing the window asks first while words are only here.
  const { saved } = status;
  useEffect(() => {
    if (saved) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [saved]);

  return (
    <div className="grid gap-2">
      <FormError message={failure ?? status.refusal?.message ?? null} />
      <div
        ref={frame}
        className="min-h-32 rounded-md border border-line-strong bg-surface text-[16px]/[24px] focus-within:border-accent focus-within:outline-2 focus-within:outline-accent sm:text-base"
      />
      <div className="flex flex-wrap items-center justify-between gap-2">
        <span className="flex min-h-6 items-center gap-2 text-xs text-muted">
          <span role="status">{wordsFor(status)}</span>
          {status.others.length > 0 && <AvatarStack names={status.others} label="Also writing" />}
        </span>
        <span className="flex gap-2">
          {(status.refusal !== null || failure !== null) && (
            <Button size="sm" onClick={onClose}>
              Close without saving
            </Button>
          )}
          <Button size="sm" variant="primary" pending={leaving} onClick={() => void done()}>
            Done
          </Button>
        </span>
      </div>
    </div>
  );
}

function wordsFor({ saved, connected, refusal }: TextStatus): string {
  if (refusal !== null) return "Not saved";
  if (!connected) return "No connection: what you write is kept here and sent later";
  return saved ? "Saved" : "Saving…";
}

function editorOf(text: SharedText, parent: HTMLElement, label: string, onLeave: () => void): EditorView {
  const undoManager = new UndoManager(text.text);
  const leave = () => {
    onLeave();
    return true;
  };
  return new EditorView({
    parent,
    state: EditorState.create({
      doc: text.text.toString(),
      selection: { anchor: text.text.length },
      extensions: [
        keymap.of([
          { key: "Escape", run: leave },
          { key: "Mod-Enter", run: leave },
          ...yUndoManagerKeymap,
          ...defaultKeymap,
        ]),
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({
          "aria-label": label,
          "aria-multiline": "true",
          spellcheck: "true",
        }),
        markdown(),
        syntaxHighlighting(marks),
        look,
        yCollab(text.text, text.awareness, { undoManager }),
      ],
    }),
  });
}

const marks = HighlightStyle.define([
  { tag: tags.heading, fontWeight: "600" },
  { tag: tags.strong, fontWeight: "600" },
  { tag: tags.emphasis, fontStyle: "italic" },
  { tag: tags.strikethrough, textDecoration: "line-through" },
  { tag: tags.link, color: "var(--accent)" },
  { tag: tags.url, color: "var(--muted)" },
  { tag: tags.monospace, fontFamily: "var(--font-mono, monospace)" },
  { tag: tags.processingInstruction, color: "var(--faint)" },
]);

const look = EditorView.theme({
  "&": { color: "var(--ink)", backgroundColor: "transparent" },
  "&.cm-focused": { outline: "none" },
  ".cm-scroller": { fontFamily: "inherit", lineHeight: "inherit", maxHeight: "60dvh" },
  ".cm-content": { padding: "10px 12px", minHeight: "128px", caretColor: "var(--ink)" },
  ".cm-line": { padding: "0" },
  ".cm-ySelectionInfo": {
    fontFamily: "inherit",
    color: "var(--surface)",
    borderRadius: "3px",
    padding: "0 4px",
    opacity: "1",
  },
});
