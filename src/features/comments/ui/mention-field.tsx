"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import clsx from "clsx";
import { type KeyboardEvent, useEffect, useId, useLayoutEffect, useRef, useState } from "react";
import { useTRPC } from "@/platform/trpc/client";
import { TextArea } from "@/ui/text-area";
import { type MentionDraft, type MentionStart, mentionStart, shownAs } from "./mention-draft";

const listedForMs = 10_000;

/**
 * A text in which @, # or D- offers what can be mentioned. The cursor stays in the text while the arrows go through the list, as in
 * any combobox; Enter or Tab takes what is chosen, Escape closes the list.
 */
export function MentionField({
  workspace,
  projectId,
  label,
  value,
  onChange,
  onKeyDown,
  onBlur,
  focusAt = 0,
}: {
  workspace: string;
  projectId: string;
  label: string;
  value: MentionDraft;
  onChange: (value: MentionDraft) => void;
  onKeyDown?: (event: KeyboardEvent<HTMLTextAreaElement>) => void;
  onBlur?: () => void;
  /** Takes the focus whenever this has changed to another number above 0. */
  focusAt?: number;
}) {
  const trpc = useTRPC();
  const field = useRef<HTMLTextAreaElement>(null);
  const listId = useId();
  const [begun, setBegun] = useState<MentionStart | null>(null);
  const [chosen, setChosen] = useState(0);
  const cursor = useRef<number | null>(null);
  const { data: found = [], isPlaceholderData } = useQuery(
    trpc.comments.mentionable.queryOptions(
      { workspace, projectId, of: begun?.of ?? "people", text: begun?.text ?? "" },
      { enabled: begun !== null, placeholderData: keepPreviousData, staleTime: listedForMs },
    ),
  );
  // While the next answer is on its way, what of the last one still fits.
  const still = (name: string) => name.toLowerCase().includes(begun?.text.toLowerCase() ?? "");
  const offered = begun === null ? [] : isPlaceholderData ? found.filter(({ name }) => still(name)) : found;
  const isOpen = offered.length > 0;
  const active = Math.min(chosen, offered.length - 1);

  const first = useRef({ value, onChange });
  useEffect(() => {
    // What was typed before the page was alive is not lost.
    const typed = field.current?.value ?? "";
    if (typed !== first.current.value.text) first.current.onChange({ text: typed, picked: [] });
  }, []);
  useEffect(() => {
    if (focusAt > 0) field.current?.focus();
  }, [focusAt]);
  useLayoutEffect(() => {
    if (cursor.current === null) return;
    field.current?.setSelectionRange(cursor.current, cursor.current);
    cursor.current = null;
  });

  const look = () => {
    const at = field.current;
    setBegun(at === null ? null : mentionStart(at.value, at.selectionStart));
    setChosen(0);
  };
  const pick = (place: number) => {
    const one = offered[place];
    const at = field.current;
    if (one === undefined || begun === null || at === null) return;
    const { name, kind, id } = one;
    const picked = shownAs(name, { kind, id }, value.picked);
    const before = `${value.text.slice(0, begun.start)}${picked.shown} `;
    cursor.current = before.length;
    onChange({
      text: before + value.text.slice(at.selectionStart).replace(/^ /, ""),
      picked: [...value.picked, picked],
    });
    setBegun(null);
    at.focus();
  };
  const takeKey = (event: KeyboardEvent<HTMLTextAreaElement>): boolean => {
    if (!isOpen || event.nativeEvent.isComposing) return false;
    const to = { ArrowDown: active + 1, ArrowUp: active - 1 }[event.key];
    if (to !== undefined) setChosen((to + offered.length) % offered.length);
    else if (event.key === "Escape") setBegun(null);
    else if (
      (event.key === "Enter" && !event.ctrlKey && !event.metaKey) ||
      (event.key === "Tab" && !event.shiftKey)
    )
      pick(active);
    else return false;
    event.preventDefault();
    // A dialog or form around it does not see the key.
    event.stopPropagation();
    return true;
  };
  return (
    <div className="relative">
      <TextArea
        ref={field}
        aria-label={label}
        placeholder={`${label} (Markdown, @ # D-)`}
        rows={2}
        dir="auto"
        value={value.text}
        onChange={(event) => {
          onChange({ ...value, text: event.target.value });
          look();
        }}
        onSelect={look}
        onBlur={() => {
          setBegun(null);
          onBlur?.();
        }}
        onKeyDown={(event) => {
          if (!takeKey(event)) onKeyDown?.(event);
        }}
        {...(isOpen
          ? {
              role: "combobox",
              "aria-expanded": true,
              "aria-controls": listId,
              "aria-autocomplete": "list",
              "aria-activedescendant": `${listId}-${active}`,
            }
          : {})}
      />
      {isOpen && (
        <div
          id={listId}
          role="listbox"
          aria-label="What can be mentioned"
          tabIndex={-1}
          className="absolute inset-x-0 bottom-full z-40 mb-1 max-h-64 overflow-y-auto rounded-lg border border-line bg-surface p-1 shadow-float"
        >
          {offered.map((one, place) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the field's, where the focus stays
            <div
              key={`${one.kind}/${one.id}`}
              id={`${listId}-${place}`}
              role="option"
              tabIndex={-1}
              aria-selected={place === active}
              ref={place === active ? scrollIntoView : null}
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => pick(place)}
              className={clsx(
                "flex min-h-8 cursor-pointer items-center gap-2 rounded-md px-2 py-1 text-sm pointer-coarse:min-h-10",
                place === active && "bg-sunk",
              )}
            >
              <bdi className="max-w-[60%] shrink-0 truncate font-medium">{one.name}</bdi>
              <bdi className="min-w-0 truncate text-xs text-muted">{one.hint}</bdi>
            </div>
          ))}
        </div>
      )}
    </div>
  );
}

function scrollIntoView(option: HTMLElement | null): void {
  option?.scrollIntoView({ block: "nearest" });
}
