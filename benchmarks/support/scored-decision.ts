import { addCriterion } from "@/features/decisions/criteria.service";
import { scoringOf } from "@/features/decisions/scoring.queries";
import { handIn, reveal } from "@/features/decisions/scoring.service";
import type { Client } from "@/platform/db/client";
import { aDecision } from "../../tests/support/decisions";
import { aMember, anAccount, aWorkspace, password } from "../../tests/support/factories";
import { aProject } from "../../tests/support/projects";

export type Size = { readonly options: number; readonly criteria: number; readonly members: number };

const words = ["forbidden", "unclear", "with duties", "minor duties", "free"];

/** A decision of the given size that every member scored, made through the feature's own verbs, and revealed; in a workspace of its own. */
export async function scoredDecision(client: Client, size: Size, slug = "scored") {
  const emailOf = (member: number) => `${slug}-scorer-${member}@example.org`;
  const email = emailOf(1);
  const db = await aWorkspace(client, await anAccount(client, email), slug);
  const members = [db];
  const project = await aProject(db, { name: "Scored", template: "prompt-hosted-model" });
  const options = Array.from({ length: size.options }, (_, place) => ({
    title: `Candidate model ${place + 1}`,
    description: "",
    effects: [],
  }));
  const decision = await aDecision(db, project, { options });
  for (let place = 0; place < size.criteria; place += 1) {
    await addCriterion(db, {
      mutationId: crypto.randomUUID(),
      decisionId: decision.id,
      name: `Criterion ${place + 1}`,
      description: "What it is about.",
      worst: 1,
      best: 5,
      unit: "",
      words,
    });
  }
  const { criteria, rounds } = await scoringOf(db, project.key, decision.number);
  const roundId = rounds[0]?.id ?? "";
  for (let member = 1; member <= size.members; member += 1) {
    const account = member === 1 ? null : await anAccount(client, emailOf(member));
    const scorer = account === null ? db : await aMember(client, db, account, "member");
    if (account !== null) members.push(scorer);
    const cells = decision.options.flatMap((option, row) =>
      criteria.map((criterion, column) => ({
        optionId: option.id,
        criterionId: criterion.id,
        score: 1 + ((row * 3 + column * 5 + member * (row + column)) % 5),
        note: (row + column + member) % 10 === 0 ? "As measured on our own data." : "",
      })),
    );
    await handIn(scorer, { mutationId: crypto.randomUUID(), roundId, cells });
  }
  await reveal(db, { mutationId: crypto.randomUUID(), roundId });
  const decisionPath = `/w/${slug}/projects/${project.key}/decisions/${decision.number}`;
  return { decision, members, decisionPath, path: `${decisionPath}/scoring`, email, password };
}
