import { activityRouter } from "@/features/activity/router";
import { router } from "@/platform/trpc/procedures";

/** The one API: every feature's procedures. Gathered here and nowhere else. */
export const appRouter = router({
  activity: activityRouter,
});

export type AppRouter = typeof appRouter;
