import { takeBackInput } from "@/platform/events/own-steps";
import { organizationProcedure, router } from "@/platform/trpc/procedures";
import { applyScenario } from "./apply.service";
import { applyingOf } from "./applying.queries";
import { compareScenarios } from "./compare.queries";
import { scenariosOf } from "./queries";
import {
  applyingInput,
  applyScenarioInput,
  compareScenariosInput,
  dropScenarioInput,
  editScenarioInput,
  makeScenarioInput,
  restoreScenarioInput,
  scenariosInput,
} from "./schema";
import { dropScenario, editScenario, makeScenario, restoreScenario } from "./service";
import { scenarioSteps } from "./undo.queries";
import { takeBackScenario } from "./undo.service";

export const scenariosRouter = router({
  ofProject: organizationProcedure("project.read", scenariosInput).query(
    async ({ ctx, input }) => await scenariosOf(ctx.db, input.projectKey),
  ),

  compare: organizationProcedure("project.read", compareScenariosInput).query(
    async ({ ctx, input }) => await compareScenarios(ctx.db, input),
  ),

  applying: organizationProcedure("project.read", applyingInput).query(
    async ({ ctx, input }) => await applyingOf(ctx.db, input.scenarioId),
  ),

  make: organizationProcedure("project.edit", makeScenarioInput).mutation(
    async ({ ctx, input }) => await makeScenario(ctx.db, input),
  ),

  edit: organizationProcedure("project.edit", editScenarioInput).mutation(
    async ({ ctx, input }) => await editScenario(ctx.db, input),
  ),

  drop: organizationProcedure("project.edit", dropScenarioInput).mutation(
    async ({ ctx, input }) => await dropScenario(ctx.db, input),
  ),

  restore: organizationProcedure("project.edit", restoreScenarioInput).mutation(
    async ({ ctx, input }) => await restoreScenario(ctx.db, input),
  ),

  steps: organizationProcedure("project.read", scenariosInput).query(
    async ({ ctx, input }) => await scenarioSteps(ctx.db, input.projectKey),
  ),

  takeBack: organizationProcedure("project.edit", takeBackInput).mutation(
    async ({ ctx, input }) => await takeBackScenario(ctx.db, input),
  ),

  applyToPlan: organizationProcedure("project.edit", applyScenarioInput).mutation(
    async ({ ctx, input }) => await applyScenario(ctx.db, input),
  ),
});
