import { decide } from "@/features/decisions/outcome.service";
import { templateIds } from "@/planning";
import type { Client } from "@/platform/db/client";
import type { OrganizationDb } from "@/platform/db/organization-db";
import { anAccount, aWorkspace, password } from "../../tests/support/factories";
import { aProject } from "../../tests/support/projects";

/** A workspace of `count` projects from all templates in turn, made through the features' own verbs; in every second one the first decision is decided. */
export async function workspaceOf(client: Client, count: number) {
  const email = "owner-of-many@example.org";
  const slug = `many-${count}`;
  const db = await aWorkspace(client, await anAccount(client, email), slug);
  for (let place = 0; place < count; place += 1) {
    const template = templateIds[place % templateIds.length];
    if (template === undefined) throw new Error("There are no templates.");
    const startsOn = new Date(Date.now() - (place % 60) * 86_400_000).toISOString().slice(0, 10);
    const project = await aProject(db, { name: `Project ${place + 1}`, template, startsOn });
    if (place % 2 === 0) await decideFirst(db, project.id);
  }
  return { path: `/w/${slug}`, email, password };
}

async function decideFirst(db: OrganizationDb, projectId: string): Promise<void> {
  const { organizationId } = db;
  const decision = await db.read(
    async (tx) =>
      await tx.decision.findFirst({
        where: { organizationId, projectId },
        orderBy: { number: "asc" },
        select: {
          id: true,
          version: true,
          options: { orderBy: { place: "asc" }, take: 1, select: { id: true } },
        },
      }),
  );
  const option = decision?.options[0];
  if (decision === null || option === undefined) throw new Error("A template asks decisions.");
  await decide(db, {
    mutationId: crypto.randomUUID(),
    decisionId: decision.id,
    version: decision.version,
    optionId: option.id,
    rationale: "The simplest that may be good enough.",
    objectionsAnswered: "",
    departure: "",
    reviewOn: null,
  });
}
