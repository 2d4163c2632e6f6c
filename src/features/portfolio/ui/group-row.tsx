import type { Ref } from "react";
import { formatCount } from "@/ui/format";

/** Says what the rows below have in common. */
export function GroupRow({
  title,
  count,
  columns,
  measure,
  index,
}: {
  title: string;
  count: number;
  columns: number;
  measure?: Ref<HTMLTableRowElement>;
  index?: number;
}) {
  return (
    <tr ref={measure} data-index={index} className="max-md:block! max-md:p-0!">
      <th
        scope="row"
        colSpan={columns}
        className="border-b border-line bg-sunk/60 px-2.5 py-1.5 text-left text-xs font-medium max-md:block"
      >
        {title} <span className="font-normal text-muted">· {formatCount(count, "project")}</span>
      </th>
    </tr>
  );
}
