import clsx from "clsx";
import { mapProps, projectAddress } from "@/features/projects/ui";
import { healthStates, phaseIds, phaseNames } from "@/planning";
import { Button } from "@/ui/button";
import { Card } from "@/ui/card";
import { formatCount, formatDate, formatMoney, formatMonth, formatPersonDays } from "@/ui/format";
import { ForecastBar } from "@/ui/glyphs/forecast-bar";
import { LifecycleMap } from "@/ui/glyphs/lifecycle-map";
import { phaseTones } from "@/ui/glyphs/phase-tone";
import { Link } from "@/ui/link";
import { Select } from "@/ui/select";
import { Table, Td, Th } from "@/ui/table";
import { TextInput } from "@/ui/text-input";
import { RelativeTime } from "@/ui/time";
import type { PortfolioProject } from "../queries";
import type { PortfolioFilter } from "./filter";
import { HealthMark, healthNames } from "./health-mark";
import { groupedProjects, oldestDecisionDays, shownProjects } from "./project-rows";

/** A row per project on one scale of time. Filters stand in the address, so they can be kept and sent. */
export function PortfolioTable({
  workspace,
  projects,
  filter,
  currency,
}: {
  workspace: string;
  projects: readonly PortfolioProject[];
  filter: PortfolioFilter;
  currency: string;
}) {
  const rows = shownProjects(projects, filter);
  const scale = timeScale(projects);
  return (
    <Card className="px-1.5! pt-2! pb-1!">
      <form
        id="portfolio-filter"
        action={`/w/${workspace}/portfolio`}
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
        </Select>
        <Select name="sort" aria-label="Order" defaultValue={filter.sort} className="sm:w-44">
          <option value="name">Name first</option>
          <option value="health">Most urgent first</option>
          <option value="finish">Earliest P80 first</option>
          <option value="oldest">Oldest decision first</option>
          <option value="effort">Most effort first</option>
          <option value="changed">Last changed first</option>
        </Select>
        <Button type="submit" className="h-9">
          Apply
        </Button>
        <span className="ml-auto text-xs text-muted">
          {rows.length === projects.length ? "" : `${rows.length} of `}
          {formatCount(projects.length, "project")}
        </span>
      </form>
      <Table label="Projects" stacked>
        <thead>
          <tr>
            <Th>Project</Th>
            <Th>Lifecycle</Th>
            <Th>Health</Th>
            <Th className="min-w-60">
              <span className="flex justify-between gap-4">
                <span>Finish, P50 – P80</span>
                <span className="text-faint">
                  {formatMonth(scale.first)} – {formatMonth(scale.last)}
                </span>
              </span>
            </Th>
            <Th numeric>Open decisions</Th>
            <Th numeric>Effort</Th>
            <Th numeric>Cost, P80</Th>
          </tr>
        </thead>
        {groupedProjects(rows, filter.group).map(({ id, title, projects: members }) => (
          <tbody key={id}>
            {title !== null && (
              <tr className="max-md:block! max-md:p-0!">
                <th
                  scope="rowgroup"
                  colSpan={7}
                  className="border-b border-line bg-sunk/60 px-2.5 py-1.5 text-left text-xs font-medium max-md:block"
                >
                  {title}{" "}
                  <span className="font-normal text-muted">· {formatCount(members.length, "project")}</span>
                </th>
              </tr>
            )}
            {members.map((project) => (
              <Row
                key={project.id}
                workspace={workspace}
                project={project}
                at={scale.at}
                currency={currency}
              />
            ))}
          </tbody>
        ))}
      </Table>
      {rows.length === 0 && (
        <p className="px-2.5 py-6 text-center text-muted">No project matches. Try fewer words.</p>
      )}
    </Card>
  );
}

const oldAfterDays = 14;

function Row({
  workspace,
  project,
  at,
  currency,
}: {
  workspace: string;
  project: PortfolioProject;
  at: (day: string) => number;
  currency: string;
}) {
  const base = projectAddress(workspace, project.key);
  const { finish, targetOn } = project;
  const oldest = oldestDecisionDays(project);
  return (
    <tr>
      <Td className="min-w-40 max-md:col-span-2">
        <Link href={base} className="inline-block min-h-6 py-0.5 font-medium hover:underline">
          {project.name}
        </Link>
        <div className="text-xs text-muted">
          {project.key} · {project.ownerName} · <RelativeTime at={project.changedAt} />
        </div>
      </Td>
      <Td className="max-md:col-span-2">
        <LifecycleMap size="row" {...mapProps(workspace, project)} />
      </Td>
      <Td className="max-md:col-span-2">
        <HealthMark health={project.health} currency={currency} />
      </Td>
      <Td className="max-md:col-span-2">
        {project.launchedAt === null ? (
          <>
            <ForecastBar
              tone={phaseTones[project.phase]}
              p10={at(finish.p10)}
              p50={at(finish.p50)}
              p80={at(finish.p80)}
              p95={at(finish.p95)}
              target={targetOn === null ? null : at(targetOn)}
              label={`P50 ${formatDate(finish.p50)}, P80 ${formatDate(finish.p80)}, P95 ${formatDate(finish.p95)}${targetOn === null ? "" : `, target ${formatDate(targetOn)}`}`}
            />
            <div className="flex flex-wrap justify-between gap-x-3 text-xs whitespace-nowrap">
              <span>
                {formatDate(finish.p50, { withYear: false })} – {formatDate(finish.p80)}
              </span>
              {targetOn !== null && <span className="text-muted">target {formatDate(targetOn)}</span>}
            </div>
          </>
        ) : (
          <span className="text-muted">launched {formatDate(project.launchedAt)}</span>
        )}
      </Td>
      <Td numeric className="whitespace-nowrap" name="Open decisions">
        {oldest === null ? (
          "0"
        ) : (
          <>
            <Link href={base} className="inline-block min-h-6 min-w-6 py-0.5 hover:underline">
              {project.openDecisions.length}
            </Link>
            <div className={clsx("text-xs", oldest > oldAfterDays ? "text-warn" : "text-muted")}>
              oldest {oldest} d
            </div>
          </>
        )}
      </Td>
      <Td numeric className="whitespace-nowrap" name="Effort">
        <Link href={`${base}/plan`} className="inline-block min-h-6 py-0.5 hover:underline">
          {formatPersonDays(project.effortPersonDays.p50, { short: true })}
        </Link>
      </Td>
      <Td numeric className="whitespace-nowrap" name="Cost, P80">
        {formatMoney(project.costMinor.p80, currency, { compact: true })}
        {project.budgetMinor !== null && (
          <div className="text-xs text-muted">
            of {formatMoney(project.budgetMinor, currency, { compact: true })}
          </div>
        )}
      </Td>
    </tr>
  );
}

function timeScale(projects: readonly PortfolioProject[]) {
  const ahead = projects.filter((project) => project.launchedAt === null);
  const days = ahead.flatMap((project) => [
    project.finish.p10,
    project.finish.p95,
    ...(project.targetOn === null ? [] : [project.targetOn]),
  ]);
  const ordered = (days.length > 0 ? days : projects.map((project) => project.finish.p50)).sort();
  const first = ordered[0] ?? "2026-01-01";
  const last = ordered.at(-1) ?? first;
  const time = (day: string) => Date.parse(`${day}T00:00:00Z`);
  const width = Math.max(1, time(last) - time(first));
  return { first, last, at: (day: string) => 0.02 + (0.96 * (time(day) - time(first))) / width };
}
