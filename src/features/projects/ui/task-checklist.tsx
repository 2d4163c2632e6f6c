"use client";

import clsx from "clsx";
import { ArrowDown, ArrowUp, Pencil, X } from "lucide-react";
import { useId, useLayoutEffect, useRef, useState } from "react";
import { v4 as uuidv4 } from "uuid";
import type { ProjectTask } from "@/features/plans/queries";
import { Button } from "@/ui/button";
import { Checkbox } from "@/ui/checkbox";
import { FormError } from "@/ui/form-error";
import { IconButton } from "@/ui/icon-button";
import { TextInput } from "@/ui/text-input";
import { tellChecklist } from "./checklist-words";
import { useChecklist } from "./use-checklist";

const longestItem = 200;

/** The steps of a task, ticked off one by one: everybody sees each tick at once. */
export default function TaskChecklist({
  workspace,
  projectId,
  task,
  editable,
}: {
  workspace: string;
  projectId: string;
  task: ProjectTask;
  editable: boolean;
}) {
  const heading = useId();
  const { items, failure, change, tick } = useChecklist(workspace, projectId, task);
  const [text, setText] = useState("");
  const [rewording, setRewording] = useState<{ id: string; seen: string; text: string } | null>(null);
  const section = useRef<HTMLElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const backTo = useRef<string | null>(null);
  const order = items.map(({ id }) => id).join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: an element that moves in the list loses the focus
  useLayoutEffect(() => {
    if (backTo.current === null) return;
    section.current?.querySelector<HTMLElement>(`[data-moves="${backTo.current}"]`)?.focus();
    backTo.current = null;
  }, [order]);
  const add = async () => {
    const words = text.trim();
    if (words === "") return;
    if (await change({ kind: "add", itemId: uuidv4(), text: words })) {
      setText((now) => (now.trim() === words ? "" : now));
    }
  };
  const reword = async () => {
    if (rewording === null) return;
    const { id: itemId, seen, text: words } = rewording;
    if (!(await change({ kind: "reword", itemId, seen, text: words.trim() }))) return;
    setRewording(null);
    field.current?.focus();
  };
  const move = async (itemId: string, by: -1 | 1) => {
    backTo.current = `${itemId} ${by}`;
    if (!(await change({ kind: "move", itemId, by }))) backTo.current = null;
  };
  if (items.length === 0 && !editable) return null;
  return (
    <section ref={section} aria-labelledby={heading} className="mt-5 grid gap-3 border-t border-line pt-4">
      <h3 id={heading} className="flex items-baseline justify-between gap-2 text-sm font-semibold">
        Checklist
        {items.length > 0 && (
          <span className="text-xs font-normal text-muted tabular-nums">{tellChecklist(items)}</span>
        )}
      </h3>
      <FormError message={failure} />
      {items.length > 0 && (
        <ul aria-labelledby={heading} className="grid gap-1">
          {items.map((item, place) =>
            rewording?.id === item.id ? (
              <li key={item.id}>
                <form
                  noValidate
                  className="flex flex-wrap gap-2"
                  onSubmit={(event) => {
                    event.preventDefault();
                    void reword();
                  }}
                >
                  <TextInput
                    aria-label={`Other words for ${rewording.seen}`}
                    autoFocus
                    maxLength={longestItem}
                    value={rewording.text}
                    onChange={(event) => setRewording({ ...rewording, text: event.target.value })}
                    className="min-w-40 flex-1"
                  />
                  <Button type="submit" disabled={rewording.text.trim() === ""}>
                    Save
                  </Button>
                  <Button
                    variant="ghost"
                    onClick={() => {
                      setRewording(null);
                      field.current?.focus();
                    }}
                  >
                    Cancel
                  </Button>
                </form>
              </li>
            ) : (
              <li key={item.id} className="flex items-start justify-between gap-2">
                <Checkbox
                  label={
                    <span
                      className={clsx("[overflow-wrap:anywhere]", item.done && "text-muted line-through")}
                    >
                      {item.text}
                    </span>
                  }
                  className="min-w-0 flex-1"
                  checked={item.done}
                  disabled={!editable}
                  onChange={(event) => void tick(item.id, event.target.checked)}
                />
                {editable && (
                  <span className="flex shrink-0">
                    <IconButton
                      size="sm"
                      label={`Move up: ${item.text}`}
                      data-moves={`${item.id} -1`}
                      aria-disabled={place === 0}
                      className="aria-disabled:opacity-40"
                      onClick={() => void (place > 0 && move(item.id, -1))}
                    >
                      <ArrowUp aria-hidden="true" className="size-3.5" />
                    </IconButton>
                    <IconButton
                      size="sm"
                      label={`Move down: ${item.text}`}
                      data-moves={`${item.id} 1`}
                      aria-disabled={place === items.length - 1}
                      className="aria-disabled:opacity-40"
                      onClick={() => void (place < items.length - 1 && move(item.id, 1))}
                    >
                      <ArrowDown aria-hidden="true" className="size-3.5" />
                    </IconButton>
                    <IconButton
                      size="sm"
                      label={`Reword: ${item.text}`}
                      onClick={() => setRewording({ id: item.id, seen: item.text, text: item.text })}
                    >
                      <Pencil aria-hidden="true" className="size-3.5" />
                    </IconButton>
                    <IconButton
                      size="sm"
                      label={`Remove: ${item.text}`}
                      onClick={() => {
                        field.current?.focus();
                        void change({ kind: "remove", itemId: item.id });
                      }}
                    >
                      <X aria-hidden="true" className="size-3.5" />
                    </IconButton>
                  </span>
                )}
              </li>
            ),
          )}
        </ul>
      )}
      {editable && (
        <form
          noValidate
          className="flex gap-2"
          onSubmit={(event) => {
            event.preventDefault();
            void add();
          }}
        >
          <TextInput
            ref={field}
            aria-label="New item of the checklist"
            placeholder="One step of the task"
            maxLength={longestItem}
            value={text}
            onChange={(event) => setText(event.target.value)}
            className="min-w-0 flex-1"
          />
          <Button type="submit" disabled={text.trim() === ""}>
            Add
          </Button>
        </form>
      )}
    </section>
  );
}
