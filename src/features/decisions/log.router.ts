import { noInput, organizationProcedure, router } from "@/platform/trpc/procedures";
import { decisionGraph } from "./graph.queries";
import { listDecisionsInput, timelineInput } from "./schema";
import { decisionTimeline, projectsOfLog } from "./timeline.queries";

/** Ways of looking at the log of decisions beside the list. */
export const decisionLogRouter = router({
  projects: organizationProcedure("project.read", noInput).query(
    async ({ ctx }) => await projectsOfLog(ctx.db),
  ),

  timeline: organizationProcedure("project.read", timelineInput).query(
    async ({ ctx, input }) => await decisionTimeline(ctx.db, input),
  ),

  graph: organizationProcedure("project.read", listDecisionsInput).query(
    async ({ ctx, input }) => await decisionGraph(ctx.db, input),
  ),
});
