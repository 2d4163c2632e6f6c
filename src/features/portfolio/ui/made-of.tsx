import { X } from "lucide-react";
import { useEffect, useRef } from "react";
import { useNames } from "@/features/workspaces/ui";
import {
  disciplines,
  type ExpertiseLevel,
  expertiseLevelName,
  expertiseLevels,
  phaseIds,
  phaseNames,
  type TechniqueId,
  techniqueIds,
} from "@/planning";
import { Card } from "@/ui/card";
import { BarList } from "@/ui/charts/bar-list";
import { formatPersonDays } from "@/ui/format";
import { Link } from "@/ui/link";
import type { Portfolio, PortfolioProject } from "../queries";
import { effortOfPhase, effortOfTechnique, remainingDemand, type Sum } from "./sums";

/** What a figure of the page is made of: the projects that add up to it, and for expertise the people who could. */
export function MadeOf({
  workspace,
  projects,
  people,
  show,
}: {
  workspace: string;
  projects: readonly PortfolioProject[];
  people: Portfolio["people"];
  show: string | undefined;
}) {
  const { techniqueName } = useNames();
  const found = find(projects, people, show, techniqueName);
  const panel = useRef<HTMLDivElement>(null);
  // Where the page does not show it, as on a phone, opening it would seem to do nothing.
  useEffect(() => {
    if (show !== undefined) panel.current?.scrollIntoView({ block: "nearest" });
  }, [show]);
  if (found === null) return null;
  const { title, sum, able } = found;
  const most = sum.parts[0]?.effortPersonDays ?? 1;
  return (
    <div ref={panel} className="mb-4 scroll-mt-16 scroll-mb-4">
      <Card
        title={title}
        hint={`${formatPersonDays(sum.total)} in ${sum.parts.length} ${sum.parts.length === 1 ? "project" : "projects"}`}
        actions={
          <Link
            href={`/w/${workspace}/portfolio`}
            scroll={false}
            className="grid size-6 place-items-center rounded hover:bg-sunk"
          >
            <X aria-hidden="true" className="size-4" />
            <span className="sr-only">Close</span>
          </Link>
        }
      >
        <div className="grid gap-6 md:grid-cols-2">
          <BarList
            label={title}
            rows={sum.parts.map((part) => ({
              id: part.key,
              name: part.name,
              share: part.effortPersonDays / most,
              value: formatPersonDays(part.effortPersonDays, { short: true }),
              href: `/w/${workspace}/projects/${part.key}/plan`,
            }))}
          />
          {able !== null && (
            <div>
              <h3 className="mb-2 text-xs text-muted">People who could, at this level or above</h3>
              {able.length === 0 && (
                <p className="text-sm text-warn">Nobody: train, hire, or choose another technique.</p>
              )}
              <ul className="grid gap-1 text-sm">
                {able.map((person) => (
                  <li key={person.id} className="flex justify-between gap-3">
                    <span>{person.name}</span>
                    <span className="text-muted">{person.capacityPersonDaysPerWeek} d / week</span>
                  </li>
                ))}
              </ul>
            </div>
          )}
        </div>
      </Card>
    </div>
  );
}

type Found = { title: string; sum: Sum; able: Portfolio["people"] | null };

function find(
  projects: readonly PortfolioProject[],
  people: Portfolio["people"],
  show: string | undefined,
  techniqueName: (id: TechniqueId) => string,
): Found | null {
  const [kind, id, text] = (show ?? "").split(":");
  const phase = phaseIds.find((known) => known === id);
  if (kind === "phase" && phase !== undefined) {
    return { title: `Effort of ${phaseNames[phase]}`, sum: effortOfPhase(projects, phase), able: null };
  }
  const technique = techniqueIds.find((known) => known === id);
  if (kind === "technique" && technique !== undefined) {
    return {
      title: `Effort of ${techniqueName(technique)}`,
      sum: effortOfTechnique(projects, technique),
      able: null,
    };
  }
  const discipline = disciplines.find((known) => known.id === id);
  const level: ExpertiseLevel | undefined = expertiseLevels.find(
    (known) => String(known.level) === text,
  )?.level;
  if (kind === "gap" && discipline !== undefined && level !== undefined) {
    const able = people.filter((person) =>
      person.skills.some((skill) => skill.discipline === discipline.id && skill.level >= level),
    );
    return {
      title: `${discipline.name} at level ${expertiseLevelName(level)}, work ahead`,
      sum: remainingDemand(projects, discipline.id, level),
      able,
    };
  }
  return null;
}
