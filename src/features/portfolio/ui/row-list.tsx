"use client";

import { type KeyboardEvent, Suspense, useSyncExternalStore } from "react";
import { moveInGrid } from "@/ui/grid-keys";
import { lazyPatiently } from "@/ui/lazy-patiently";
import type { Portfolio } from "../queries";
import type { Column, PortfolioFilter } from "./filter";
import { GroupRow } from "./group-row";
import { listItems } from "./list-items";
import { ProjectRow, type RowLooks } from "./project-row";

const LongList = lazyPatiently(async () => ({ default: (await import("./long-list")).LongList }));

export type RowListProps = {
  workspace: string;
  data: Portfolio;
  filter: PortfolioFilter;
  shown: readonly Column[];
  currency: string;
};

/** The rows. Of a long list the first are drawn by the server, and the others come as one scrolls. */
export function RowList(props: RowListProps) {
  const { workspace, data, shown, currency } = props;
  const isAlive = useSyncExternalStore(
    () => () => {},
    () => true,
    () => false,
  );
  const withPart = data.part !== null;
  const looks: RowLooks = { workspace, currency, shown, scale: data.scale, withPart };
  const columns = shown.length + (withPart ? 2 : 1);
  const move = (event: KeyboardEvent<HTMLElement>) =>
    void moveInGrid(event, { rows: data.shownCount, columns }, { enter: false });
  const first = (
    <tbody onKeyDown={move}>
      {listItems(data.groups).flatMap((item) => {
        if (item.kind === "group") {
          return <GroupRow key={item.title} title={item.title} count={item.count} columns={columns} />;
        }
        const project = data.rows[item.place];
        if (project === undefined) return [];
        return <ProjectRow key={project.id} project={project} place={item.place} looks={looks} />;
      })}
    </tbody>
  );
  if (data.rows.length === data.shownCount || !isAlive) return first;
  return (
    <Suspense fallback={first}>
      <LongList {...props} looks={looks} columns={columns} onKeyDown={move} />
    </Suspense>
  );
}
