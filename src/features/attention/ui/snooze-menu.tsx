"use client";

import { Clock } from "lucide-react";
import { useRef, useState } from "react";
import { Button } from "@/ui/button";
import { DateInput } from "@/ui/date-input";
import { Dialog } from "@/ui/dialog";
import { Field } from "@/ui/field";
import { IconButton } from "@/ui/icon-button";
import { Menu, MenuItem, MenuLabel } from "@/ui/menu";
import { morningOf, snoozeTimes } from "./snooze-times";

/** Until when something is to be out of sight. */
export function SnoozeMenu({ onSnooze }: { onSnooze: (until: Date) => void }) {
  const [picking, setPicking] = useState(false);
  const [now, setNow] = useState(() => new Date());
  return (
    <>
      <Menu
        onOpenChange={(open) => open && setNow(new Date())}
        trigger={
          <IconButton label="Snooze" data-action="snooze">
            <Clock aria-hidden="true" className="size-4" />
          </IconButton>
        }
      >
        <MenuLabel>Until</MenuLabel>
        {snoozeTimes(now).map(({ label, until }) => (
          <MenuItem key={label} onSelect={() => onSnooze(until)}>
            <span className="flex justify-between gap-4">
              {label} <span className="text-xs text-muted">{whenFormat.format(until)}</span>
            </span>
          </MenuItem>
        ))}
        <MenuItem onSelect={() => setPicking(true)}>A day…</MenuItem>
      </Menu>
      {picking && <DayDialog onClose={() => setPicking(false)} onSnooze={onSnooze} />}
    </>
  );
}

/** Said in the person's own time; seen only after somebody opened the menu, so the server never renders it. */
const whenFormat = new Intl.DateTimeFormat("en-GB", { weekday: "short", hour: "2-digit", minute: "2-digit" });

function DayDialog({ onClose, onSnooze }: { onClose: () => void; onSnooze: (until: Date) => void }) {
  const [error, setError] = useState<string | null>(null);
  const day = useRef<HTMLInputElement>(null);
  return (
    <Dialog
      title="Snooze until"
      open
      size="sm"
      onOpenChange={onClose}
      footer={
        <Button type="submit" form="snooze" variant="primary">
          Snooze
        </Button>
      }
    >
      <form
        id="snooze"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          const until = morningOf(day.current?.value ?? "");
          if (!(until > new Date())) return setError("Please choose a day to come.");
          if (until.getTime() > Date.now() + yearMs) return setError("Please choose a day within a year.");
          onClose();
          onSnooze(until);
        }}
      >
        <Field label="Day" hint="It comes back at nine in the morning." error={error}>
          <DateInput ref={day} />
        </Field>
      </form>
    </Dialog>
  );
}

const yearMs = 365 * 86_400_000;
