"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { SettingsNav, useWorkspace } from "@/features/workspaces/ui";
import { lifecycleWith } from "@/planning";
import { useTRPC } from "@/platform/trpc/client";
import { Badge } from "@/ui/badge";
import { formatCount } from "@/ui/format";
import { phaseTones } from "@/ui/glyphs/phase-tone";
import { GateStandard } from "./gate-standard";
import { PlanningStandards } from "./planning-standards";
import { TechniqueStandard } from "./technique-standard";
import type { VersionOf } from "./version-of";

/** What the workspace plans with: the lifecycle's techniques and tasks, with its own figures beside the defaults. */
export function StandardsScreen({ workspace }: { workspace: string }) {
  const trpc = useTRPC();
  const frame = useWorkspace(workspace);
  const { data } = useSuspenseQuery(trpc.standards.all.queryOptions({ workspace }));
  const { standards } = data;
  const lifecycle = lifecycleWith(standards.lifecycle);
  const editable = frame.may("standard.change");
  const versions = new Map(data.changes.map(({ kind, subject, version }) => [`${kind} ${subject}`, version]));
  const versionOf: VersionOf = (kind, subject) => versions.get(`${kind} ${subject}`) ?? 0;
  const last = data.changes.toSorted((a, b) => b.changedAt.getTime() - a.changedAt.getTime())[0];
  return (
    <>
      <SettingsNav workspace={workspace} />
      <p className="mb-4 max-w-prose text-sm text-muted">
        Every plan begins from these figures; a project's team may say otherwise for its own tasks. Where the
        workspace says nothing, the Phasewise default stands. A change re-plans all projects.{" "}
        {data.changes.length > 0 &&
          `${formatCount(data.changes.length, "standard was", "standards were")} changed here, the last one by ${last?.changedByName ?? "somebody"}.`}
        {!editable && ` Owners, admins and leads may change them; your role is ${frame.role}.`}
      </p>
      <PlanningStandards
        workspace={workspace}
        standards={standards}
        versionOf={versionOf}
        editable={editable}
      />
      <div className="grid gap-8">
        {lifecycle.phases.map((phase) => (
          <section key={phase.id} aria-labelledby={`standards-${phase.id}`}>
            <h2 id={`standards-${phase.id}`} className="mb-2 flex items-center gap-2 text-lg font-semibold">
              <Badge tone={phaseTones[phase.id]}>{phase.number}</Badge> {phase.name}
            </h2>
            <div className="grid gap-2">
              {lifecycle.techniques
                .filter((technique) => technique.phase === phase.id)
                .map((technique) => (
                  <TechniqueStandard
                    key={technique.id}
                    workspace={workspace}
                    technique={technique}
                    standards={standards.lifecycle}
                    lifecycle={lifecycle}
                    versionOf={versionOf}
                    editable={editable}
                  />
                ))}
              <GateStandard
                workspace={workspace}
                phase={phase}
                change={standards.lifecycle.gates[phase.id]}
                version={versionOf("gate", phase.id)}
                editable={editable}
              />
            </div>
          </section>
        ))}
      </div>
    </>
  );
}
