"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useEffect, useRef, useState, useTransition } from "react";
import { phaseIds, phaseNames } from "@/planning";
import { useTRPC } from "@/platform/trpc/client";
import { Select } from "@/ui/select";
import { TextInput } from "@/ui/text-input";
import { type DecisionFilter, filterAddress } from "./decision-filter";

const typingMs = 250;

/** Narrows the log by words, phase and project; what is typed is in the address, so that a view can be kept and shared. */
export function DecisionSearch({
  workspace,
  base,
  filter,
}: {
  workspace: string;
  base: string;
  filter: DecisionFilter;
}) {
  const trpc = useTRPC();
  const { data: projects } = useSuspenseQuery(trpc.decisionLog.projects.queryOptions({ workspace }));
  const router = useRouter();
  const [text, setText] = useState(filter.text);
  const [pending, start] = useTransition();
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  useEffect(() => () => clearTimeout(timer.current ?? undefined), []);
  const go = (change: Partial<DecisionFilter>, afterMs: number) => {
    clearTimeout(timer.current ?? undefined);
    timer.current = setTimeout(
      () =>
        start(() =>
          router.replace(filterAddress(base, { ...filter, text, before: null, ...change }), {
            scroll: false,
          }),
        ),
      afterMs,
    );
  };
  return (
    <search aria-busy={pending} className="mb-4 flex flex-wrap gap-2">
      <TextInput
        type="search"
        aria-label="Search decisions"
        placeholder="Search questions, options, reasons"
        maxLength={200}
        className="min-w-52 flex-1 sm:max-w-80"
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          go({ text: event.target.value }, typingMs);
        }}
      />
      <Select
        aria-label="Phase"
        className="w-auto!"
        value={filter.phase ?? ""}
        onChange={(event) => go({ phase: phaseIds.find((id) => id === event.target.value) ?? null }, 0)}
      >
        <option value="">All phases</option>
        {phaseIds.map((id) => (
          <option key={id} value={id}>
            {phaseNames[id]}
          </option>
        ))}
      </Select>
      <Select
        aria-label="Project"
        className="w-auto! max-w-full"
        value={filter.projectKey ?? ""}
        onChange={(event) => go({ projectKey: event.target.value === "" ? null : event.target.value }, 0)}
      >
        <option value="">All projects</option>
        {projects.map(({ key, name }) => (
          <option key={key} value={key}>
            {name}
          </option>
        ))}
      </Select>
    </search>
  );
}
