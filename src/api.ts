import { accountsRouter } from "@/features/accounts/router";
import { activityRouter } from "@/features/activity/router";
import { commentsRouter } from "@/features/comments/router";
import { decisionsRouter } from "@/features/decisions/router";
import { plansRouter } from "@/features/plans/router";
import { portfolioRouter } from "@/features/portfolio/router";
import { projectsRouter } from "@/features/projects/router";
import { standardsRouter } from "@/features/standards/router";
import { workspacesRouter } from "@/features/workspaces/router";
import { router } from "@/platform/trpc/procedures";

/** The one API: every feature's procedures. Gathered here and nowhere else. */
export const appRouter = router({
  accounts: accountsRouter,
  activity: activityRouter,
  comments: commentsRouter,
  decisions: decisionsRouter,
  plans: plansRouter,
  portfolio: portfolioRouter,
  projects: projectsRouter,
  standards: standardsRouter,
  workspaces: workspacesRouter,
});

export type AppRouter = typeof appRouter;
