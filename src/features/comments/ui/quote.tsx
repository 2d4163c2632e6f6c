/** Words of the context that a thread is about. */
export function Quote({ text, gone = false }: { text: string; gone?: boolean }) {
  return (
    <blockquote
      dir="auto"
      className="min-w-0 flex-1 border-l-2 border-accent pl-2 text-xs text-muted [overflow-wrap:anywhere]"
    >
      {gone && <span className="block text-warn">The text has changed. It said:</span>}
      <span className="line-clamp-4">{text}</span>
    </blockquote>
  );
}
