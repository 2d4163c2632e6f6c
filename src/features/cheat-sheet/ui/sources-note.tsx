import { type Citation, sourceById, tellCitation } from "@/planning";

/** Numbers citations in the order in which they first appear, so that a text can point to them by number. */
export function footnotes(all: readonly Citation[]) {
  const citations: Citation[] = [];
  const numbers = new Map<string, number>();
  for (const citation of all) {
    const told = tellCitation(citation);
    if (numbers.has(told)) continue;
    citations.push(citation);
    numbers.set(told, citations.length);
  }
  return {
    citations,
    numbersOf: (some: readonly Citation[]) =>
      some.map((citation) => numbers.get(tellCitation(citation))).join(", "),
  };
}

/** Where the words and figures of a card come from, folded away. */
export function SourcesNote({ citations }: { citations: readonly Citation[] }) {
  return (
    <details className="mt-3 border-t border-line pt-2 text-xs text-muted">
      <summary className="cursor-pointer">Sources</summary>
      <ol className="mt-1 grid list-decimal gap-0.5 pl-5">
        {citations.map((citation) => {
          const { url } = sourceById(citation.source);
          const told = tellCitation(citation);
          return (
            <li key={told}>
              {url === null ? (
                told
              ) : (
                <a href={url} target="_blank" rel="noreferrer" className="underline underline-offset-2">
                  {told}
                </a>
              )}
            </li>
          );
        })}
      </ol>
    </details>
  );
}
