import type { HTMLAttributes, Ref } from "react";

const roles = {
  grid: "treegrid",
  row: "row",
  head: "columnheader",
  name: "rowheader",
  cell: "gridcell",
} as const;

/** A part of a grid whose rows are placed one by one: elements of a table can't be, so its parts are told by role. */
export function GridPart({
  part,
  ...rest
}: HTMLAttributes<HTMLDivElement> & {
  part: keyof typeof roles;
  ref?: Ref<HTMLDivElement>;
  "data-names"?: string;
  "data-row"?: number;
}) {
  return <div role={roles[part]} {...rest} />;
}
