"use client";

import { useEffect, useMemo, useState } from "react";
import { Button } from "@/ui/button";
import { findQuote, onOneLine, type Quote, quoteLimit, quoteOf, seenText, sentencesOf } from "../quote-rules";
import { useDiscussionView } from "./discussion-view";

/** The element that holds the context. */
const contextId = "context";
const highlight = "discussed";

/**
 * Threads about words of the context: selecting some offers to comment on them, as does a list of sentences for who does not select.
 * Words that are talked about are marked in the text.
 */
export default function ContextTools({
  context,
  quotes,
}: {
  context: string;
  quotes: readonly (Quote & { readonly id: string })[];
}) {
  const view = useDiscussionView();
  const seen = useMemo(() => seenText(context).text, [context]);
  const sentences = useMemo(() => sentencesOf(seen), [seen]);
  const [listed, setListed] = useState(false);
  const selected = useSelectedQuote(seen);
  useMarkedQuotes(quotes);
  const begin = (quote: Quote) => {
    setListed(false);
    view.begin({ kind: "text", ...quote });
  };
  return (
    <>
      {selected !== null && (
        <div className="absolute z-30" style={{ top: selected.top, left: selected.left }}>
          <Button
            size="sm"
            variant="primary"
            // The press must not take the selection away.
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => begin(selected.quote)}
          >
            Comment on this
          </Button>
        </div>
      )}
      <div className="mt-1">
        <Button size="sm" variant="ghost" aria-expanded={listed} onClick={() => setListed(!listed)}>
          Comment on a sentence
        </Button>
      </div>
      {listed && (
        <ul aria-label="Sentences of the context" className="mt-1 grid max-w-prose gap-0.5">
          {sentences.map((span) => (
            <li key={span.start}>
              <button
                type="button"
                dir="auto"
                className="w-full rounded-md px-2 py-1 text-start text-sm hover:bg-sunk pointer-coarse:min-h-10"
                onClick={() => begin(quoteOf(seen, span))}
              >
                {seen.slice(span.start, span.end)}
              </button>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** What is selected in the context, if it can be quoted, and where a button beside it has its place. */
function useSelectedQuote(seen: string) {
  const [selected, setSelected] = useState<{ quote: Quote; top: number; left: number } | null>(null);
  useEffect(() => {
    const look = () => setSelected(readSelection(seen));
    document.addEventListener("selectionchange", look);
    return () => document.removeEventListener("selectionchange", look);
  }, [seen]);
  return selected;
}

function readSelection(seen: string) {
  const selection = document.getSelection();
  const place = document.getElementById(contextId);
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0 || place === null)
    return null;
  const range = selection.getRangeAt(0);
  // A paragraph chosen by three clicks ends at the beginning of what comes after it; other words would not be found.
  if (!place.contains(range.startContainer)) return null;
  const words = onOneLine(selection.toString());
  if (words.length === 0 || words.length > quoteLimit) return null;
  const before = document.createRange();
  before.setStart(place, 0);
  before.setEnd(range.startContainer, range.startOffset);
  const span = findQuote(seen, { quote: words, before: onOneLine(`${before} `).slice(-60), after: "" });
  if (span === null) return null;
  const rect = range.getBoundingClientRect();
  const frame = place.getBoundingClientRect();
  const left = Math.max(0, Math.min(rect.left - frame.left, frame.width - 130));
  return { quote: quoteOf(seen, span), top: rect.bottom - frame.top + 4, left };
}

/** Marks the quotes in the text without touching the page's elements. */
function useMarkedQuotes(quotes: readonly Quote[]): void {
  useEffect(() => {
    const place = document.getElementById(contextId);
    if (place === null || !("highlights" in CSS)) return;
    const mark = () => CSS.highlights.set(highlight, new Highlight(...rangesOf(place, quotes)));
    mark();
    // The text is drawn anew when somebody edits it, or when the parser has come.
    const observer = new MutationObserver(mark);
    observer.observe(place, { childList: true, subtree: true, characterData: true });
    return () => {
      observer.disconnect();
      CSS.highlights.delete(highlight);
    };
  }, [quotes]);
}

function rangesOf(place: HTMLElement, quotes: readonly Quote[]): Range[] {
  let text = "";
  const at: { node: Node; offset: number }[] = [];
  const walker = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const value = node.nodeValue ?? "";
    for (let offset = 0; offset < value.length; offset++) {
      const character = value[offset] ?? "";
      const blank = /\s/.test(character);
      if (blank && (text === "" || text.endsWith(" "))) continue;
      text += blank ? " " : character;
      at.push({ node, offset });
    }
  }
  return quotes.flatMap((quote) => {
    const span = findQuote(text, quote);
    const first = span === null ? undefined : at[span.start];
    const last = span === null ? undefined : at[span.end - 1];
    if (first === undefined || last === undefined) return [];
    const range = document.createRange();
    range.setStart(first.node, first.offset);
    range.setEnd(last.node, last.offset + 1);
    return [range];
  });
}
