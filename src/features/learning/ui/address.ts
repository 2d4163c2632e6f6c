import { type CohortKind, cohortKinds } from "../schema";

/** `?by=technique&cohort=evaluation` */
export type LearnAddress = { readonly by: CohortKind; readonly cohort: string | null };

export function readLearnAddress(
  params: Readonly<Record<string, string | string[] | undefined>>,
): LearnAddress {
  const { cohort } = params;
  return {
    by: cohortKinds.find((kind) => kind === params.by) ?? "template",
    cohort: typeof cohort === "string" && /^[a-z0-9-]{1,60}$/.test(cohort) ? cohort : null,
  };
}

export function learnAddress(workspace: string, { by, cohort }: LearnAddress): string {
  const search = new URLSearchParams({
    ...(by === "template" ? {} : { by }),
    ...(cohort === null ? {} : { cohort }),
  });
  const query = search.toString();
  return `/w/${workspace}/learn${query === "" ? "" : `?${query}`}`;
}
