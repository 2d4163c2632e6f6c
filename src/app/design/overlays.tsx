"use client";

import { Archive, Ellipsis, Pencil } from "lucide-react";
import { Button } from "@/ui/button";
import { ConfirmDialog } from "@/ui/confirm-dialog";
import { Dialog } from "@/ui/dialog";
import { DialogClose } from "@/ui/dialog-close";
import { Field } from "@/ui/field";
import { IconButton } from "@/ui/icon-button";
import { Menu, MenuItem, MenuLabel, MenuSeparator } from "@/ui/menu";
import { Popover } from "@/ui/popover";
import { Sheet } from "@/ui/sheet";
import { Tabs } from "@/ui/tabs";
import { TextArea } from "@/ui/text-area";
import { toast } from "@/ui/toast";
import { Tooltip } from "@/ui/tooltip";
import type { ThemedPart } from "./both-themes";

export const Overlays: ThemedPart = ({ theme }) => {
  return (
    <>
      <div className="flex flex-wrap items-center gap-2">
        <Menu
          align="start"
          trigger={
            <IconButton label="More">
              <Ellipsis aria-hidden="true" className="size-4" />
            </IconButton>
          }
        >
          <MenuLabel>Decision D-7</MenuLabel>
          <MenuItem
            icon={<Pencil aria-hidden="true" className="size-4" />}
            shortcut="E"
            onSelect={() => toast("Edit was chosen")}
          >
            Edit
          </MenuItem>
          <MenuItem disabled>Reopen</MenuItem>
          <MenuSeparator />
          <MenuItem
            danger
            icon={<Archive aria-hidden="true" className="size-4" />}
            onSelect={() =>
              toast.warning("Archived", { action: { label: "Undo", onClick: () => toast("Back") } })
            }
          >
            Archive
          </MenuItem>
        </Menu>
        <Dialog
          title="Decide: fine-tune an open 8B model"
          description="The plan changes at once; everybody sees it."
          trigger={<Button>Dialog</Button>}
          footer={
            <>
              <DialogClose asChild>
                <Button>Cancel</Button>
              </DialogClose>
              <DialogClose asChild>
                <Button
                  variant="primary"
                  onClick={() => toast.success("Decided. The plan is 31 days shorter.")}
                >
                  Decide
                </Button>
              </DialogClose>
            </>
          }
        >
          <Field label="Rationale" required>
            <TextArea />
          </Field>
        </Dialog>
        <ConfirmDialog
          trigger={<Button variant="danger">Confirm</Button>}
          title="Remove Jonas Weber?"
          description="He is signed out of this workspace at once. What he wrote stays."
          confirm="Remove"
          onConfirm={() => toast.success("Removed")}
        />
        <Sheet title="Task" trigger={<Button>Sheet</Button>}>
          Collect and de-identify notes
        </Sheet>
        <Popover label="How this is computed" trigger={<Button variant="ghost">Popover</Button>}>
          The finish that eight of ten runs do not exceed.
        </Popover>
        <Tooltip text="Shown on resting and on focus">
          <Button variant="ghost">Tooltip</Button>
        </Tooltip>
        <Button variant="ghost" onClick={() => toast.error("The server could not be reached.")}>
          Toast
        </Button>
      </div>
      <Tabs
        label={`Views, ${theme}`}
        tabs={[
          { value: "options", label: "Options", content: "Three options and what they do to the plan." },
          { value: "evidence", label: "Evidence", content: "Two runs, one sizing." },
        ]}
      />
    </>
  );
};
