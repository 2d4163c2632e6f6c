"use client";

import { Download } from "lucide-react";
import { memo } from "react";
import { Button } from "@/ui/button";
import { Checkbox } from "@/ui/checkbox";
import { Menu, MenuItem } from "@/ui/menu";
import { SegmentedControl } from "@/ui/segmented-control";
import { toast } from "@/ui/toast-queue";
import { type PlanFilter, timelineZooms } from "./plan-filter";
import type { TimelinePicture } from "./timeline-picture";

/** How near a timeline is looked at, what it draws, and the way to keep it as a picture. */
export const TimelineTools = memo(function TimelineTools({
  filter,
  onFilter,
  onToday,
  picture,
}: {
  filter: PlanFilter;
  onFilter: (part: Partial<PlanFilter>) => void;
  onToday: () => void;
  picture: TimelinePicture;
}) {
  const save = async (kind: "svg" | "png") => {
    try {
      // What draws it is loaded when somebody wants it.
      const { savePicture } = await import("./save-timeline");
      await savePicture(picture, kind);
    } catch {
      toast.error("The picture could not be made. Check the connection, or try a wider zoom.");
    }
  };
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-2.5">
      <SegmentedControl
        label="Zoom"
        name="timeline-zoom"
        value={filter.zoom}
        choices={timelineZooms.map((zoom) => ({ value: zoom, label: zoom }))}
        onChange={(zoom) => onFilter({ zoom })}
        className="capitalize"
      />
      <Checkbox
        label="All dependencies"
        checked={filter.everyLink}
        onChange={({ target }) => onFilter({ everyLink: target.checked })}
      />
      <div className="ml-auto flex gap-2">
        <Button size="sm" onClick={onToday}>
          Today
        </Button>
        <Menu
          trigger={
            <Button size="sm" icon={<Download aria-hidden="true" className="size-3.5" />}>
              Picture
            </Button>
          }
        >
          <MenuItem onSelect={() => void save("svg")}>SVG, for print and drawing programs</MenuItem>
          <MenuItem onSelect={() => void save("png")}>PNG, for slides and mail</MenuItem>
        </Menu>
      </div>
    </div>
  );
});
