import { Check, Columns3 } from "lucide-react";
import { Button } from "@/ui/button";
import { Link } from "@/ui/link";
import { Menu, MenuItem } from "@/ui/menu";
import { columnNames } from "./columns";
import { columns, type PortfolioFilter } from "./filter";
import { filterAddress } from "./filter-address";

/** Which columns there are. The choice stands in the address, as all that the page shows does. */
export function ColumnMenu({ workspace, filter }: { workspace: string; filter: PortfolioFilter }) {
  const { hide } = filter;
  return (
    <Menu
      trigger={
        <Button className="h-9">
          <Columns3 aria-hidden="true" className="size-4" />
          Columns
        </Button>
      }
    >
      {columns.map((column) => {
        const isShown = !hide.includes(column);
        return (
          <MenuItem key={column} asChild>
            <Link
              href={filterAddress(workspace, {
                ...filter,
                hide: isShown ? [...hide, column] : hide.filter((hidden) => hidden !== column),
              })}
              scroll={false}
            >
              <Check aria-hidden="true" className={`size-4 shrink-0 ${isShown ? "" : "invisible"}`} />
              {columnNames[column]}
              <span className="sr-only">{isShown ? "shown" : "hidden"}</span>
            </Link>
          </MenuItem>
        );
      })}
    </Menu>
  );
}
