import { accountsRouter } from "@/features/accounts/router";
import { activityRouter } from "@/features/activity/router";
import { attentionRouter } from "@/features/attention/router";
import { baselinesRouter } from "@/features/baselines/router";
import { commentsRouter } from "@/features/comments/router";
import { decideNextRouter } from "@/features/decide-next/router";
import { evidenceRouter } from "@/features/decisions/evidence.router";
import { decisionLogRouter } from "@/features/decisions/log.router";
import { decisionsRouter } from "@/features/decisions/router";
import { scoringRouter } from "@/features/decisions/scoring.router";
import { exchangeRouter } from "@/features/exchange/router";
import { expertiseRouter } from "@/features/expertise/router";
import { gatesRouter } from "@/features/gates/router";
import { homeRouter } from "@/features/home/router";
import { learningRouter } from "@/features/learning/router";
import { loopsRouter } from "@/features/loops/router";
import { plansRouter } from "@/features/plans/router";
import { portfolioRouter } from "@/features/portfolio/router";
import { projectsRouter } from "@/features/projects/router";
import { scenariosRouter } from "@/features/scenarios/router";
import { scheduleRouter } from "@/features/schedule/router";
import { selectionRouter } from "@/features/selection/router";
import { sizingRouter } from "@/features/sizing/router";
import { standardsRouter } from "@/features/standards/router";
import { teamsRouter } from "@/features/teams/router";
import { timeRouter } from "@/features/time/router";
import { lettersRouter } from "@/features/views/letters.router";
import { viewsRouter } from "@/features/views/router";
import { sharesRouter } from "@/features/views/shares.router";
import { workspacesRouter } from "@/features/workspaces/router";
import { router } from "@/platform/trpc/procedures";

/** The one API: every feature's procedures. Gathered here and nowhere else. */
export const appRouter = router({
  accounts: accountsRouter,
  activity: activityRouter,
  attention: attentionRouter,
  baselines: baselinesRouter,
  comments: commentsRouter,
  decideNext: decideNextRouter,
  decisionLog: decisionLogRouter,
  decisions: decisionsRouter,
  evidence: evidenceRouter,
  exchange: exchangeRouter,
  expertise: expertiseRouter,
  gates: gatesRouter,
  home: homeRouter,
  learning: learningRouter,
  letters: lettersRouter,
  loops: loopsRouter,
  plans: plansRouter,
  portfolio: portfolioRouter,
  projects: projectsRouter,
  scenarios: scenariosRouter,
  schedule: scheduleRouter,
  scoring: scoringRouter,
  selection: selectionRouter,
  shares: sharesRouter,
  sizing: sizingRouter,
  standards: standardsRouter,
  time: timeRouter,
  teams: teamsRouter,
  views: viewsRouter,
  workspaces: workspacesRouter,
});

export type AppRouter = typeof appRouter;
