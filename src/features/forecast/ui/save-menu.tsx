"use client";

import { Download } from "lucide-react";
import type { DistributionPicture } from "@/ui/charts/distribution-svg";
import { IconButton } from "@/ui/icon-button";
import { Menu, MenuItem } from "@/ui/menu";
import { toast } from "@/ui/toast";

/** Saves a chart as a picture. What draws it is loaded when it is wanted. */
export function SaveMenu({ name, picture }: { name: string; picture: DistributionPicture }) {
  const save = (kind: "svg" | "png") => {
    void (async () => {
      const { distributionSvg, pictureHeight, pictureWidth } = await import("@/ui/charts/distribution-svg");
      const { savePng, saveSvg } = await import("@/ui/save-picture");
      const svg = distributionSvg(picture);
      if (kind === "svg") saveSvg(name, svg);
      else await savePng(name, svg, { width: pictureWidth, height: pictureHeight });
    })().catch(() => toast.error("The picture could not be made. Try it again."));
  };
  return (
    <span className="print:hidden">
      <Menu
        trigger={
          <IconButton label={`Save ${picture.title}`} size="sm">
            <Download aria-hidden="true" className="size-4" />
          </IconButton>
        }
      >
        <MenuItem onSelect={() => save("svg")}>Save as SVG</MenuItem>
        <MenuItem onSelect={() => save("png")}>Save as PNG</MenuItem>
      </Menu>
    </span>
  );
}
