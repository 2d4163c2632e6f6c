"use client";

import { useQueries } from "@tanstack/react-query";
import { useWindowVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, useLayoutEffect, useRef, useState } from "react";
import { useTRPC } from "@/platform/trpc/client";
import { GroupRow } from "./group-row";
import { listItems } from "./list-items";
import { ProjectRow, type RowLooks } from "./project-row";
import type { RowListProps } from "./row-list";

/** Before a row was measured: as tall as a row of a wide table, or a block of a narrow one. */
const usualHeights = { wide: 57, narrow: 240, group: 29 };

/** A list of which only what is in sight is drawn, and only what was in sight was asked for. */
export function LongList({
  workspace,
  data,
  filter,
  looks,
  columns,
  onKeyDown,
}: RowListProps & {
  looks: RowLooks;
  columns: number;
  onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
}) {
  const trpc = useTRPC();
  const body = useRef<HTMLTableSectionElement>(null);
  const [top, setTop] = useState(0);
  const items = listItems(data.groups);
  const rowsPerPage = data.rows.length;
  const isNarrow = typeof window !== "undefined" && window.matchMedia("(max-width: 47.99rem)").matches;
  const virtualizer = useWindowVirtualizer({
    count: items.length,
    estimateSize: (index) =>
      items[index]?.kind === "group"
        ? usualHeights.group
        : isNarrow
          ? usualHeights.narrow
          : usualHeights.wide,
    overscan: 12,
    scrollMargin: top,
  });
  useLayoutEffect(() => {
    const measured = body.current;
    if (measured !== null) setTop(measured.getBoundingClientRect().top + window.scrollY);
  }, []);
  const inSight = virtualizer.getVirtualItems();
  const pages = [
    ...new Set(
      inSight.flatMap(({ index }) => {
        const item = items[index];
        return item?.kind === "row" ? [Math.floor(item.place / rowsPerPage)] : [];
      }),
    ),
  ].filter((page) => page > 0);
  const answers = useQueries({
    queries: pages.map((page) => trpc.portfolio.rows.queryOptions({ workspace, filter, page })),
  });
  const rowsOf = new Map(pages.map((page, at) => [page, answers[at]?.data]));
  const rowAt = (place: number) => {
    const page = Math.floor(place / rowsPerPage);
    return page === 0 ? data.rows[place] : rowsOf.get(page)?.[place % rowsPerPage];
  };
  const above = (inSight[0]?.start ?? top) - top;
  const below = virtualizer.getTotalSize() - ((inSight.at(-1)?.end ?? top) - top);
  return (
    <tbody ref={body} onKeyDown={onKeyDown}>
      <Space height={above} columns={columns} />
      {inSight.map(({ index }) => {
        const item = items[index];
        if (item === undefined) return null;
        const measured = { measure: virtualizer.measureElement, index };
        if (item.kind === "group") {
          return <GroupRow key={`group ${item.title}`} {...item} columns={columns} {...measured} />;
        }
        const project = rowAt(item.place);
        if (project === undefined) return <Coming key={index} columns={columns} {...measured} />;
        return <ProjectRow key={index} project={project} place={item.place} looks={looks} {...measured} />;
      })}
      <Space height={below} columns={columns} />
    </tbody>
  );
}

/** Stands for the rows that are out of sight. */
function Space({ height, columns }: { height: number; columns: number }) {
  if (height <= 0) return null;
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it takes the focus
    <tr aria-hidden="true" className="max-md:block! max-md:border-0! max-md:p-0!">
      <td colSpan={columns} style={{ height }} className="p-0 max-md:block" />
    </tr>
  );
}

function Coming({
  columns,
  measure,
  index,
}: {
  columns: number;
  measure: (row: HTMLTableRowElement | null) => void;
  index: number;
}) {
  return (
    <tr ref={measure} data-index={index}>
      <td colSpan={columns} className="border-b border-line px-2.5 max-md:col-span-2">
        <span className="my-[18px] block h-5 max-w-96 animate-pulse rounded bg-sunk motion-reduce:animate-none max-md:h-48">
          <span className="sr-only">Loading …</span>
        </span>
      </td>
    </tr>
  );
}
