import { percentAt, type Span } from "./span";

/** As the plan stands above, as scheduled below, and the target as a line; the figures stand in the cells beside it. */
export function FinishBars({
  span,
  before,
  after,
  targetOn,
}: {
  span: Span;
  before: { readonly begins: string; readonly finish: string };
  after: { readonly begins: string; readonly finish: string } | null;
  targetOn: string | null;
}) {
  const bar = ({ begins, finish }: { readonly begins: string; readonly finish: string }) => {
    const left = percentAt(span, begins);
    return { left: `${left}%`, width: `max(3px, ${percentAt(span, finish) - left}%)` };
  };
  return (
    <div aria-hidden="true" className="relative h-7">
      <div className="absolute top-1 h-2 rounded-sm bg-line-strong" style={bar(before)} />
      {after !== null && <div className="absolute bottom-1 h-2.5 rounded-sm bg-accent" style={bar(after)} />}
      {targetOn !== null && (
        <div
          className="absolute inset-y-0 w-0.5 -translate-x-px bg-warn"
          style={{ left: `${percentAt(span, targetOn)}%` }}
        />
      )}
    </div>
  );
}
