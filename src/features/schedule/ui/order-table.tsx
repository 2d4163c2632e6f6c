"use client";

import { useEffect, useRef, useState } from "react";
import { useApi } from "@/platform/trpc/client";
import { useSubmit } from "@/platform/trpc/submit";
import { FormError } from "@/ui/form-error";
import { Table, Th } from "@/ui/table";
import { movedBefore } from "../order-rules";
import type { ScheduleOverview, ScheduleResult } from "../queries";
import { OrderRow } from "./order-row";
import { daysShown } from "./span";

type Move = Omit<Parameters<ReturnType<typeof useApi>["schedule"]["prioritise"]["mutate"]>[0], "version">;

type Project = ScheduleOverview["projects"][number];

/** The projects in order, each with its finish as the plan stands and as it is scheduled; moved by drag, by keys and by menu. */
export function OrderTable({
  workspace,
  asOf,
  version,
  projects,
  scheduled,
  mayChange,
  onChange,
}: {
  workspace: string;
  asOf: string;
  version: number;
  projects: readonly Project[];
  scheduled: ScheduleResult | null;
  mayChange: boolean;
  /** Told of every change when it is sent. */
  onChange: (change: Promise<unknown>) => void;
}) {
  const api = useApi();
  /** Of the order that the last move made: the next one follows it before the page has heard of it. */
  const reached = useRef(version);
  const prioritise = useSubmit(async (input: Move) => {
    const saved = await api.schedule.prioritise.mutate({ ...input, version: reached.current });
    reached.current = saved.version;
    return saved;
  });
  useEffect(() => {
    reached.current = Math.max(reached.current, version);
  }, [version]);
  /** The order that a person made and the server has not confirmed yet, and how many moves of it are under way. */
  const [mine, setMine] = useState<readonly string[] | null>(null);
  const underWay = useRef({ order: mine, moves: 0 });
  const [dragged, setDragged] = useState<{ id: string; before: string | null } | null>(null);
  const [said, setSaid] = useState("");
  const handles = useRef(new Map<string, HTMLButtonElement>());
  const [focusOn, setFocusOn] = useState<string | null>(null);
  const ids = projects.map(({ id }) => id);
  const preview = dragged === null ? (mine ?? ids) : movedBefore(mine ?? ids, dragged.id, dragged.before);
  const byId = new Map(projects.map((project) => [project.id, project]));
  const shown = preview.flatMap((id) => byId.get(id) ?? []);
  const results = new Map(scheduled?.projects.map((project) => [project.projectId, project]));
  const span = daysShown(asOf, shown, scheduled?.projects ?? []);

  // Moved in the document, a row would lose the focus that its handle had.
  useEffect(() => {
    if (focusOn === null) return;
    handles.current.get(focusOn)?.focus();
    setFocusOn(null);
  }, [focusOn]);

  const move = async (id: string, before: string | null) => {
    const order = underWay.current.order ?? ids;
    const next = movedBefore(order, id, before);
    if (next.every((one, place) => one === order[place])) return;
    underWay.current = { order: next, moves: underWay.current.moves + 1 };
    setMine(next);
    setFocusOn(id);
    const place = next.indexOf(id) + 1;
    setSaid(`${byId.get(id)?.name ?? "It"} is now ${place} of ${next.length}.`);
    const change = prioritise.submit((mutationId) => ({
      workspace,
      mutationId,
      projectId: id,
      beforeProjectId: before,
    }));
    onChange(change);
    await change;
    underWay.current.moves -= 1;
    if (underWay.current.moves > 0) return;
    underWay.current.order = null;
    setMine(null);
    setFocusOn(id);
  };
  const moveBy = (id: string, by: "up" | "down" | "top") => {
    const order = underWay.current.order ?? ids;
    const at = order.indexOf(id);
    if (by === "top") return void move(id, order[0] === id ? null : (order[0] ?? null));
    if (by === "up" ? at === 0 : at === order.length - 1) return;
    void move(id, by === "up" ? (order[at - 1] ?? null) : (order[at + 2] ?? null));
  };

  return (
    <>
      <p role="status" className="sr-only">
        {said}
      </p>
      <FormError message={prioritise.message} />
      <Table label="Projects in order, with their finishes" stacked>
        <thead>
          <tr>
            <Th>Place</Th>
            <Th>Project</Th>
            <Th>Fixed</Th>
            <Th className="w-2/5 max-lg:hidden">As the plan stands, and as scheduled</Th>
            <Th numeric>Today's plan</Th>
            <Th numeric>Scheduled</Th>
            <Th numeric>Difference</Th>
            <Th numeric>Against target</Th>
          </tr>
        </thead>
        <tbody>
          {shown.map((project, place) => (
            <OrderRow
              key={project.id}
              workspace={workspace}
              version={version}
              project={project}
              place={place + 1}
              of={shown.length}
              result={results.get(project.id)}
              span={span}
              mayChange={mayChange}
              onChange={onChange}
              isDragged={dragged?.id === project.id}
              handle={(element) => {
                if (element === null) handles.current.delete(project.id);
                else handles.current.set(project.id, element);
              }}
              onMove={(by) => moveBy(project.id, by)}
              onDrag={(over) => {
                if (over === project.id) return;
                const order = mine ?? ids;
                const from = preview.indexOf(project.id);
                const to = preview.indexOf(over);
                const others = order.filter((one) => one !== project.id);
                // Over a row below it takes the place after that one, over one above the place before.
                const before = to < from ? over : (others[others.indexOf(over) + 1] ?? null);
                setDragged({ id: project.id, before });
              }}
              onDrop={() => {
                if (dragged === null) return;
                setDragged(null);
                void move(dragged.id, dragged.before);
              }}
              onLetGo={() => setDragged(null)}
            />
          ))}
        </tbody>
      </Table>
      {scheduled?.finishesBy === "shift" && (
        <p className="mt-2 text-xs text-muted">
          First answer: finishes are moved as far as the plans' most likely ends; forecasts follow.
        </p>
      )}
    </>
  );
}
