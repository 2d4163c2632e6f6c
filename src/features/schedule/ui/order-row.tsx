"use client";

import clsx from "clsx";
import { ArrowDown, ArrowUp, ChevronsUp, GripVertical, MoreHorizontal } from "lucide-react";
import type { KeyboardEvent, PointerEvent } from "react";
import { useApi } from "@/platform/trpc/client";
import { useSubmit } from "@/platform/trpc/submit";
import { Checkbox } from "@/ui/checkbox";
import { FormError } from "@/ui/form-error";
import { formatDate } from "@/ui/format";
import { IconButton } from "@/ui/icon-button";
import { Link } from "@/ui/link";
import { Menu, MenuItem } from "@/ui/menu";
import { Td } from "@/ui/table";
import type { ScheduleOverview, ScheduleResult } from "../queries";
import { againstTarget, tellDifference } from "./difference";
import { FinishBars } from "./finish-bars";
import type { Span } from "./span";

type Step = "up" | "down" | "top";

export function OrderRow({
  workspace,
  version,
  project,
  place,
  of,
  result,
  span,
  mayChange,
  isDragged,
  handle,
  onChange,
  onMove,
  onDrag,
  onDrop,
  onLetGo,
}: {
  workspace: string;
  version: number;
  project: ScheduleOverview["projects"][number];
  place: number;
  of: number;
  result: ScheduleResult["projects"][number] | undefined;
  span: Span;
  mayChange: boolean;
  isDragged: boolean;
  handle: (element: HTMLButtonElement | null) => void;
  onChange: (change: Promise<unknown>) => void;
  onMove: (step: Step) => void;
  /** The row that the pointer is over. */
  onDrag: (over: string) => void;
  onDrop: () => void;
  onLetGo: () => void;
}) {
  const { id, key, name, targetOn, isFixed, finish } = project;
  const finishBefore = result?.finishBefore ?? finish;
  const target = againstTarget(targetOn, result?.finish ?? finish);
  return (
    <tr data-project={id} className={clsx(isDragged && "bg-accent-soft")}>
      <Td name="Place" className="whitespace-nowrap tabular-nums">
        <span className="inline-flex items-center gap-1">
          {mayChange && (
            <IconButton
              ref={handle}
              label={`Move ${name}, ${place} of ${of}`}
              size="sm"
              className="cursor-grab touch-none active:cursor-grabbing"
              aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
              onKeyDown={(event: KeyboardEvent) => {
                const step = event.key === "ArrowUp" ? "up" : event.key === "ArrowDown" ? "down" : null;
                if (!event.altKey || step === null) return;
                event.preventDefault();
                onMove(step);
              }}
              onPointerDown={(event: PointerEvent) => {
                if (event.button === 0) event.currentTarget.setPointerCapture(event.pointerId);
              }}
              onPointerMove={(event: PointerEvent) => {
                if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
                const under = document.elementFromPoint(event.clientX, event.clientY);
                const over = under?.closest<HTMLElement>("[data-project]")?.dataset.project;
                if (over !== undefined) onDrag(over);
              }}
              onPointerUp={onDrop}
              onPointerCancel={onLetGo}
            >
              <GripVertical aria-hidden="true" className="size-4" />
            </IconButton>
          )}
          {place}
        </span>
      </Td>
      <Td name="Project" className="max-md:-order-1 max-md:col-span-2 lg:min-w-56">
        <span className="flex items-center gap-1">
          <Link href={`/w/${workspace}/projects/${key}/plan`} className="font-medium hover:underline">
            {name}
          </Link>
          {mayChange && (
            <Menu
              trigger={
                <IconButton label={`Where to move ${name}`} size="sm">
                  <MoreHorizontal aria-hidden="true" className="size-4" />
                </IconButton>
              }
            >
              <MenuItem
                icon={<ArrowUp aria-hidden="true" className="size-4" />}
                shortcut="Alt ↑"
                disabled={place === 1}
                onSelect={() => onMove("up")}
              >
                Move up
              </MenuItem>
              <MenuItem
                icon={<ArrowDown aria-hidden="true" className="size-4" />}
                shortcut="Alt ↓"
                disabled={place === of}
                onSelect={() => onMove("down")}
              >
                Move down
              </MenuItem>
              <MenuItem
                icon={<ChevronsUp aria-hidden="true" className="size-4" />}
                disabled={place === 1}
                onSelect={() => onMove("top")}
              >
                Move to the top
              </MenuItem>
            </Menu>
          )}
        </span>
      </Td>
      <Td name="Fixed">
        {mayChange ? (
          <Fixed workspace={workspace} version={version} project={project} onChange={onChange} />
        ) : (
          <span className="text-sm">{isFixed ? "Yes" : "No"}</span>
        )}
      </Td>
      <Td className="max-lg:hidden">
        {finishBefore !== null && (
          <FinishBars
            span={span}
            before={{ begins: result?.beginsBefore ?? span.from, finish: finishBefore }}
            after={result === undefined ? null : { begins: result.begins, finish: result.finish }}
            targetOn={targetOn}
          />
        )}
      </Td>
      <Td numeric name="Today's plan" className="whitespace-nowrap">
        {finishBefore === null ? "–" : formatDate(finishBefore)}
      </Td>
      <Td numeric name="Scheduled" className="whitespace-nowrap">
        {result === undefined ? "–" : formatDate(result.finish)}
      </Td>
      <Td numeric name="Difference" className="whitespace-nowrap">
        {result === undefined ? "–" : tellDifference(result)}
      </Td>
      <Td numeric name="Against target" className="whitespace-nowrap">
        <span className={clsx(target.isLate && "text-warn")}>{target.text}</span>
      </Td>
    </tr>
  );
}

function Fixed({
  workspace,
  version,
  project: { id: projectId, name, isFixed },
  onChange,
}: {
  workspace: string;
  version: number;
  project: ScheduleOverview["projects"][number];
  onChange: (change: Promise<unknown>) => void;
}) {
  const api = useApi();
  const { submit, pending, message } = useSubmit(api.schedule.fix.mutate);
  return (
    <>
      <Checkbox
        label={
          <span>
            Fixed<span className="sr-only"> dates of {name}</span>
          </span>
        }
        checked={pending ? !isFixed : isFixed}
        onChange={(event) => {
          const fixed = event.target.checked;
          onChange(submit((mutationId) => ({ workspace, mutationId, projectId, fixed, version })));
        }}
      />
      <FormError message={message} />
    </>
  );
}
