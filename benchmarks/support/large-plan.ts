import { projectPlan } from "@/features/plans/queries";
import { addTaskInput } from "@/features/standards/schema";
import { addTask } from "@/features/standards/service";
import type { DisciplineId, TechniqueId } from "@/planning";
import type { Client } from "@/platform/db/client";
import { anAccount, aWorkspace, password } from "../../tests/support/factories";
import { aProject } from "../../tests/support/projects";

const disciplines: readonly DisciplineId[] = ["evaluation", "data-engineering", "serving", "product"];

/** A project of so many tasks, most of them a workspace's own, each of which waits for one or two others. */
export async function largePlan(client: Client, tasks: number, slug = "large") {
  const email = `${slug}-owner@example.org`;
  const db = await aWorkspace(client, await anAccount(client, email), slug);
  const { key } = await aProject(db, { name: "Large", template: "fine-tune-open-model" });
  const plan = await projectPlan(db, key);
  const techniques = plan.techniques.map(({ id }) => id);
  const known = new Map<TechniqueId, string[]>(
    techniques.map((id) => [id, plan.tasks.filter((task) => task.technique === id).map((task) => task.key)]),
  );
  for (let place = plan.tasks.length; place < tasks; place += 1) {
    const technique = techniques[place % techniques.length];
    if (technique === undefined) throw new Error("The project has no technique.");
    const own = known.get(technique) ?? [];
    const likely = 2 + (place % 7);
    const content = {
      technique,
      name: `Step ${place + 1}: work that a plan of this size has`,
      deliverable: "What comes of it",
      discipline: disciplines[place % disciplines.length],
      level: 1 + (place % 4),
      effortPersonDays: { optimistic: likely / 2, mostLikely: likely, pessimistic: likely * 3 },
      durationWorkingDays: { optimistic: likely / 2, mostLikely: likely, pessimistic: likely * 3 },
      after: [...new Set([own.at(-1), own[place % Math.max(1, own.length)]])].filter((k) => k !== undefined),
      before: [],
      inLoop: false,
      retired: false,
    };
    const { subject } = await addTask(db, addTaskInput.parse({ mutationId: crypto.randomUUID(), content }));
    known.set(technique, [...own, subject]);
  }
  const count = (await projectPlan(db, key)).tasks.length;
  if (count !== tasks) throw new Error(`The plan has ${count} tasks.`);
  return { path: `/w/${slug}/projects/${key}/plan`, email, password };
}
