"use client";

import { defaultRangeExtractor, useVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, useCallback, useLayoutEffect, useMemo, useRef, useState } from "react";
import type { ProjectPlan, ProjectTask } from "@/features/plans/queries";
import type { PhaseId } from "@/planning";
import { Kbd } from "@/ui/kbd";
import { Link } from "@/ui/link";
import { GridPart } from "./grid-part";
import type { PlanFilter } from "./plan-filter";
import { TimelineAxis } from "./timeline-axis";
import { timelineAct } from "./timeline-keys";
import { type LinkStart, TimelineLinkDraft } from "./timeline-link-draft";
import { TimelineLinks } from "./timeline-links";
import { TimelineRowView } from "./timeline-row";
import { daysOf, type ProjectMoments, timelineLinks, timelineRows } from "./timeline-rows";
import { dayNumber, placeOf, rulerOf, timelineScale, widthOf } from "./timeline-scale";
import { rowHeight } from "./timeline-shapes";
import { TimelineTools } from "./timeline-tools";
import { useTimelineZoom } from "./use-timeline-zoom";

type TimelineProject = ProjectMoments & { readonly key: string; readonly name: string };

const headHeight = 40;
/** Ticks and lines are drawn for what is in sight and this much on both sides of it. */
const sightStep = 800;

/**
 * The tasks along time, by phase. What is in sight is drawn and no more, so that hundreds of tasks scroll like ten. Arrows go from
 * row to row and fold phases, Enter opens a task, plus and minus or Ctrl with the wheel zoom.
 */
export default function TaskTimeline({
  tasks,
  plan,
  project,
  filter,
  onFilter,
  tableAddress,
  onOpen,
  onLink,
}: {
  tasks: readonly ProjectTask[];
  plan: ProjectPlan;
  project: TimelineProject;
  filter: PlanFilter;
  onFilter: (part: Partial<PlanFilter>) => void;
  tableAddress: string;
  onOpen: (key: string) => void;
  /** Lets the second task wait for the first; null: the plan is not for whoever looks to change. */
  onLink: ((before: string, after: string) => void) | null;
}) {
  const { zoom, everyLink } = filter;
  const { forecast, targetOn } = plan;
  const [folded, setFolded] = useState<ReadonlySet<PhaseId>>(new Set());
  const [active, setActive] = useState(0);
  const [looked, setLooked] = useState<string | null>(null);
  const [sight, setSight] = useState(0);
  const scroller = useRef<HTMLDivElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const [drawn, setDrawn] = useState<LinkStart | null>(null);
  /** The task that a link is to begin at, chosen by keyboard. */
  const [linkFrom, setLinkFrom] = useState<string | null>(null);
  const rows = useMemo(
    () => timelineRows(tasks, forecast.tasks, project, folded),
    [tasks, forecast.tasks, project, folded],
  );
  const today = dayNumber(forecast.asOf);
  const target = targetOn === null ? null : dayNumber(targetOn) + 1;
  const { scale, ruler } = useMemo(() => {
    const days = [...daysOf(rows), today, ...(target === null ? [] : [target])];
    const scale = timelineScale(days, zoom);
    return { scale, ruler: rulerOf(scale, zoom) };
  }, [rows, today, target, zoom]);
  const links = useMemo(() => timelineLinks(rows), [rows]);
  const current = Math.min(active, rows.length - 1);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: (place) => rows[place]?.id ?? place,
    paddingStart: headHeight,
    scrollPaddingStart: headHeight,
    overscan: 12,
    initialRect: { width: 1_200, height: 640 },
    // The row with the focus stays, wherever one scrolls.
    rangeExtractor: (range) => {
      const places = defaultRangeExtractor(range);
      if (places.includes(current)) return places;
      return [...places, current].sort((a, b) => a - b);
    },
  });
  const items = virtualizer.getVirtualItems();

  const fold = useCallback((phase: PhaseId) => {
    setFolded((now) => {
      const next = new Set(now);
      if (!next.delete(phase)) next.add(phase);
      return next;
    });
  }, []);
  const look = useCallback((id: string | null) => setLooked(id), []);
  const reach = useCallback((place: number) => setActive(place), []);

  const draw = useCallback((task: string, end: DOMRect) => {
    const box = body.current?.getBoundingClientRect();
    if (box === undefined) return;
    setDrawn({ task, x: end.left + end.width / 2 - box.left, y: end.top + end.height / 2 - box.top });
  }, []);
  const linkTo = (from: string, place: number | null) => {
    setDrawn(null);
    setLinkFrom(null);
    const row = place === null ? undefined : rows[place];
    if (row?.kind === "task" && row.id !== from) onLink?.(from, row.id);
  };

  const goTo = (next: number) => {
    setActive(next);
    virtualizer.scrollToIndex(next, { align: "auto" });
    // It may only now be drawn.
    requestAnimationFrame(() =>
      scroller.current?.querySelector<HTMLElement>(`[data-row="${next}"]`)?.focus({ preventScroll: true }),
    );
  };
  const zoomBy = useTimelineZoom(scroller, scale, filter, onFilter);
  const showToday = useCallback(
    () => scroller.current?.scrollTo({ left: Math.max(0, placeOf(scale, today) - 120) }),
    [scale, today],
  );
  const isFirst = useRef(true);
  // Where what is under way lies beyond the right edge, one begins there and not with what is long over.
  useLayoutEffect(() => {
    const frame = scroller.current;
    if (!isFirst.current || frame === null) return;
    isFirst.current = false;
    if (placeOf(scale, today) > frame.clientWidth * 0.6) showToday();
  }, [scale, today, showToday]);
  const picture = useMemo(
    () => ({
      name: `${project.key}-timeline`,
      title: `${project.name} (${project.key}): timeline`,
      asOf: forecast.asOf,
      ...{ rows, scale, ruler, today, target, targetOn },
      links: everyLink ? links : [],
    }),
    [project, forecast.asOf, rows, scale, ruler, today, target, targetOn, everyLink, links],
  );

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (!(event.target instanceof HTMLElement) || event.target.dataset.row === undefined) return;
    const row = rows[current];
    if (onLink !== null && event.key === "l" && row?.kind === "task") {
      event.preventDefault();
      setLinkFrom(row.id);
      return;
    }
    if (linkFrom !== null && (event.key === "Enter" || event.key === "Escape")) {
      event.preventDefault();
      linkTo(linkFrom, event.key === "Enter" ? current : null);
      return;
    }
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 400) / rowHeight) - 2);
    const does = timelineAct(event.key, rows, current, page);
    if (does === null) return;
    event.preventDefault();
    if (does.act === "go") goTo(does.to);
    else if (does.act === "fold") fold(does.phase);
    else if (does.act === "open") onOpen(does.task);
    else zoomBy(does.steps);
  };

  const width = widthOf(scale);
  const height = virtualizer.getTotalSize();
  const inSight = { from: (sight - 1) * sightStep, to: (sight + 1) * sightStep + 2_400 };
  return (
    <figure className="rounded-lg border border-line bg-surface shadow-card">
      <TimelineTools filter={filter} onFilter={onFilter} onToday={showToday} picture={picture} />
      <p role="status" className="px-4 pb-2 text-sm empty:hidden">
        {linkFrom !== null &&
          `Go to what is to wait for “${tasks.find(({ key }) => key === linkFrom)?.name ?? ""}” and press Enter; Escape leaves it.`}
      </p>
      <GridPart
        part="grid"
        ref={scroller}
        aria-label="Tasks over time"
        aria-rowcount={rows.length + 1}
        className="relative isolate max-h-[max(20rem,70dvh)] overflow-auto overscroll-x-contain border-y border-line [--names:132px] sm:[--names:260px]"
        onScroll={(event) => setSight(Math.floor(event.currentTarget.scrollLeft / sightStep))}
        onKeyDown={onKeyDown}
        onPointerLeave={() => setLooked(null)}
      >
        <div
          ref={body}
          className="relative min-w-full"
          style={{ width: `calc(var(--names) + ${width}px)`, height }}
        >
          <TimelineAxis
            scale={scale}
            ruler={ruler}
            zoom={zoom}
            inSight={inSight}
            today={today}
            target={target}
            height={headHeight}
          />
          {items.map((item) => {
            const row = rows[item.index];
            if (row === undefined) return null;
            return (
              <TimelineRowView
                key={item.key}
                row={row}
                place={item.index}
                top={item.start}
                scale={scale}
                isReached={item.index === current}
                onReach={reach}
                onLook={look}
                onFold={fold}
                onOpen={onOpen}
                onDraw={onLink === null ? null : draw}
              />
            );
          })}
          <TimelineLinks
            links={links}
            scale={scale}
            top={headHeight}
            about={everyLink ? null : (looked ?? "")}
            from={items[0]?.index ?? 0}
            to={items.at(-1)?.index ?? 0}
          />
          {drawn !== null && (
            <TimelineLinkDraft
              start={drawn}
              body={body}
              top={headHeight}
              isTarget={(place) => rows[place]?.kind === "task" && rows[place].id !== drawn.task}
              onEnd={(place) => linkTo(drawn.task, place)}
            />
          )}
        </div>
      </GridPart>
      <figcaption className="flex flex-wrap gap-x-4 gap-y-1 px-4 py-2 text-xs text-muted">
        <span>Fading ends are uncertainty, from P10 to P95; solid is between the medians.</span>
        <span>Underlined is critical, dashed waits for a decision, pale is finished.</span>
        {onLink !== null && (
          <span className="pointer-coarse:hidden">
            Drag from the end of a bar onto what waits for it, or press <Kbd>L</Kbd> on a row.
          </span>
        )}
        <Link href={tableAddress} scroll={false} className="text-accent underline underline-offset-2">
          The same as a table
        </Link>
      </figcaption>
    </figure>
  );
}
