import { noInput, organizationProcedure, router } from "@/platform/trpc/procedures";
import { exportView } from "./export.queries";
import { myViews } from "./queries";
import {
  arrangeViewsInput,
  deleteViewInput,
  editViewInput,
  exportViewInput,
  makeViewInput,
  restoreViewInput,
  setDefaultViewInput,
} from "./schema";
import { arrangeViews, deleteView, editView, makeView, restoreView, setDefaultView } from "./service";

export const viewsRouter = router({
  mine: organizationProcedure("project.read", noInput).query(async ({ ctx }) => await myViews(ctx.db)),

  export: organizationProcedure("project.read", exportViewInput).query(
    async ({ ctx, input }) => await exportView(ctx.db, input),
  ),

  make: organizationProcedure("view.keep", makeViewInput).mutation(
    async ({ ctx, input }) => await makeView(ctx.db, input),
  ),

  edit: organizationProcedure("view.keep", editViewInput).mutation(
    async ({ ctx, input }) => await editView(ctx.db, input),
  ),

  arrange: organizationProcedure("view.keep", arrangeViewsInput).mutation(
    async ({ ctx, input }) => await arrangeViews(ctx.db, input),
  ),

  delete: organizationProcedure("view.keep", deleteViewInput).mutation(
    async ({ ctx, input }) => await deleteView(ctx.db, input),
  ),

  restore: organizationProcedure("view.keep", restoreViewInput).mutation(
    async ({ ctx, input }) => await restoreView(ctx.db, input),
  ),

  setDefault: organizationProcedure("view.keep", setDefaultViewInput).mutation(
    async ({ ctx, input }) => await setDefaultView(ctx.db, input),
  ),
});
