"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useEffect, useRef, useTransition } from "react";
import { healthStates, phaseIds, phaseNames } from "@/planning";
import { Button } from "@/ui/button";
import { Select } from "@/ui/select";
import { TextInput } from "@/ui/text-input";
import { ColumnMenu } from "./column-menu";
import type { PortfolioFilter } from "./filter";
import { filterAddress, readFilter } from "./filter-address";
import { healthNames } from "./health-names";

/** What is found, grouped and ordered. A choice holds at once, words when they are sent; without scripts the form is sent as it is. */
export default function FilterForm({
  workspace,
  filter,
  count,
}: {
  workspace: string;
  filter: PortfolioFilter;
  count: string;
}) {
  const router = useRouter();
  const [isLoading, startLoading] = useTransition();
  const form = useRef<HTMLFormElement>(null);
  // What was chosen before this was alive holds too.
  useEffect(() => {
    const chosen = [...(form.current?.querySelectorAll("option") ?? [])];
    if (chosen.some((option) => option.selected !== option.defaultSelected)) form.current?.requestSubmit();
  }, []);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const said = Object.fromEntries(
      [...new FormData(event.currentTarget)].map(([name, value]) => [name, String(value)]),
    );
    startLoading(() => router.push(filterAddress(workspace, readFilter(said)), { scroll: false }));
  };
  return (
    <form
      // The fields begin anew with what another address says.
      key={filterAddress(workspace, filter)}
      ref={form}
      id="portfolio-filter"
      action={`/w/${workspace}/portfolio`}
      onSubmit={submit}
      onChange={(event) => {
        if (event.target instanceof HTMLSelectElement) event.currentTarget.requestSubmit();
      }}
      aria-busy={isLoading}
      className="grid grid-cols-2 items-center gap-2 px-2.5 pb-2 *:first:col-span-2 sm:flex sm:flex-wrap"
    >
      <TextInput
        name="text"
        aria-label="Find a project"
        placeholder="Find a project"
        defaultValue={filter.text}
        className="sm:max-w-52"
      />
      <Select name="phase" aria-label="Phase" defaultValue={filter.phase} className="sm:w-40">
        <option value="">All phases</option>
        {phaseIds.map((phase) => (
          <option key={phase} value={phase}>
            {phaseNames[phase]}
          </option>
        ))}
        <option value="launched">Launched</option>
      </Select>
      <Select name="health" aria-label="Health" defaultValue={filter.health} className="sm:w-36">
        <option value="">Any health</option>
        {healthStates.map((state) => (
          <option key={state} value={state}>
            {healthNames[state]}
          </option>
        ))}
      </Select>
      <Select name="group" aria-label="Groups" defaultValue={filter.group} className="sm:w-36">
        <option value="none">No groups</option>
        <option value="phase">By phase</option>
        <option value="health">By health</option>
        <option value="owner">By owner</option>
        <option value="team">By team</option>
      </Select>
      <Select name="sort" aria-label="Order" defaultValue={filter.sort} className="sm:w-44">
        {filter.show !== "" && <option value="part">Largest part first</option>}
        <option value="name">Name first</option>
        <option value="health">Most urgent first</option>
        <option value="finish">Earliest P80 first</option>
        <option value="oldest">Oldest decision first</option>
        <option value="effort">Most effort first</option>
        <option value="cost">Most cost first</option>
        <option value="changed">Last changed first</option>
      </Select>
      {Object.entries({
        show: filter.show,
        by: filter.by,
        every: filter.every ? "yes" : "",
        hide: filter.hide.join("."),
      }).map(([name, value]) => value !== "" && <input key={name} type="hidden" name={name} value={value} />)}
      <Button type="submit" className="h-9">
        Apply
      </Button>
      <ColumnMenu workspace={workspace} filter={filter} />
      <span className="ml-auto text-xs text-muted" role="status">
        {count}
      </span>
    </form>
  );
}
