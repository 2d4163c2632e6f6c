import { noInput, organizationProcedure, router } from "@/platform/trpc/procedures";
import { home } from "./queries";

export const homeRouter = router({
  overview: organizationProcedure("project.read", noInput).query(async ({ ctx }) => await home(ctx.db)),
});
