import { z } from "zod";
import { id, lineText, mutationId, version } from "@/platform/schema";

export const mostTeams = 100;

const fields = {
  name: lineText(60),
  /** All people of the team. */
  memberIds: z.array(id).max(2_000, "Please keep to 2,000 people."),
};

export const makeTeamInput = z.strictObject({ mutationId, ...fields });

export const editTeamInput = z.strictObject({ mutationId, teamId: id, version, ...fields });

export const deleteTeamInput = z.strictObject({ mutationId, teamId: id, version });

export const restoreTeamInput = z.strictObject({ mutationId, teamId: id });
