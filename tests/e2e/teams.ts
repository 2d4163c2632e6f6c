import { type Browser, test } from "@playwright/test";
import type { TemplateId } from "@/planning";
import { apiOver, signInOverHttp } from "../support/api-client";
import { aPerson, password, takeCookies } from "./people";

type Role = "admin" | "lead" | "member" | "viewer";

/** Ada, who owns a new workspace, and Ben, who is in it too: each signed in, with a browser of their own. */
export async function aTeam(browser: Browser, role: Role = "member"): Promise<Team> {
  const tag = crypto.randomUUID().slice(0, 8);
  const slug = `team-${tag}`;
  const ada = await signedIn(browser, { name: "Ada Byron", email: `ada-${tag}@example.org` });
  const ben = await signedIn(browser, { name: "Ben Trovato", email: `ben-${tag}@example.org` });
  await ada.api.workspaces.create.mutate({
    mutationId: crypto.randomUUID(),
    name: `Team ${tag}`,
    slug,
    currency: "EUR",
    personDayCostMinor: 60_000,
    acceleratorHourCostMinor: 250,
  });
  const team = { ada, ben, slug, name: `Team ${tag}`, base: `/w/${slug}` };
  await letIn(team, ben, role);
  return team;
}

/** One more in the team, with a browser of their own. */
export async function another(browser: Browser, team: Team, name: string, role: Role = "member") {
  const email = `${crypto.randomUUID().slice(0, 8)}@example.org`;
  const person = await signedIn(browser, { name, email });
  await letIn(team, person, role);
  return person;
}

async function letIn(
  { ada, slug }: Pick<Team, "ada" | "slug">,
  { api }: Pick<Person, "api">,
  role: Role,
): Promise<void> {
  const invitation = { mutationId: crypto.randomUUID(), workspace: slug, role, note: "" };
  const { token } = await ada.api.workspaces.createInvitation.mutate(invitation);
  await api.workspaces.acceptInvitation.mutate({ mutationId: crypto.randomUUID(), token });
}

type Person = Awaited<ReturnType<typeof signedIn>>;
export type Team = { ada: Person; ben: Person; slug: string; name: string; base: string };

/** A project of Ada's from a template, with the decisions that the template suggests. */
export async function aProject(
  { ada, slug }: Team,
  { key, name, template = "fine-tune-open-model" }: { key: string; name: string; template?: TemplateId },
): Promise<string> {
  const { membershipId } = await ada.api.workspaces.frame.query({ workspace: slug });
  await ada.api.projects.create.mutate({
    mutationId: crypto.randomUUID(),
    workspace: slug,
    key,
    name,
    template,
    summary: "",
    ownerId: membershipId,
    startsOn: new Date().toISOString().slice(0, 10),
    targetOn: null,
    budgetMinor: null,
  });
  return `/w/${slug}/projects/${key}`;
}

async function signedIn(browser: Browser, account: { name: string; email: string }) {
  const { baseURL = "" } = test.info().project.use;
  const person = await aPerson(browser);
  // Each from an address of their own: how many may register from one is limited.
  const address = `10.${[...crypto.getRandomValues(new Uint8Array(3))].join(".")}`;
  await apiOver(baseURL, "", address).accounts.register.mutate({ ...account, password });
  const { cookie, api } = await signInOverHttp(baseURL, account.email, password);
  await takeCookies(person.context, cookie, baseURL);
  return { ...person, ...account, api };
}
