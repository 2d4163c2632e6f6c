import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** Every page under src/app, as the folder it lies in: "w/[workspace]/projects". */
export function pageRoutes(): string[] {
  return readdirSync(fileURLToPath(new URL("../../src/app", import.meta.url)), {
    recursive: true,
    encoding: "utf8",
  })
    .filter((file) => /(^|\/)page\.tsx$/.test(file))
    .map((file) => file.replace(/\/?page\.tsx$/, ""))
    .sort();
}

type Row = {
  /** The page's folder under src/app. */
  readonly route: string;
  readonly path: string;
  /** The page's one heading of the first level. */
  readonly heading: string;
};

/** What anybody may see. */
export const publicScreens: readonly Row[] = [
  { route: "", path: "/", heading: "Sign in" },
  { route: "sign-in", path: "/sign-in", heading: "Sign in" },
  { route: "register", path: "/register", heading: "Register" },
  { route: "unsubscribe/[token]", path: "/unsubscribe/of-nobody", heading: "Stop this mail?" },
  {
    route: "unsubscribe/[token]",
    path: "/unsubscribe/of-nobody?state=unknown",
    heading: "This link can't be used",
  },
  { route: "share/[token]", path: "/share/of-nobody-at-all-here", heading: "This link can't be used" },
  { route: "invitations/[token]", path: "/invitations/of-nobody", heading: "This invitation can't be used" },
];

const w = "w/[workspace]";
const project = `${w}/projects/[key]`;

/** What a member of the sample workspace sees, each kind of page in its telling states. */
export const sampleScreens: readonly Row[] = [
  { route: "account", path: "/account", heading: "Your account" },
  { route: "workspaces/new", path: "/workspaces/new", heading: "Create a workspace" },
  ...(
    [
      [w, "", "Home"],
      [`${w}/inbox`, "/inbox", "For you"],
      [`${w}/inbox`, "/inbox?show=snoozed", "For you"],
      [`${w}/inbox`, "/inbox?show=done", "For you"],
      [`${w}/portfolio`, "/portfolio", "Portfolio"],
      [`${w}/portfolio`, "/portfolio?every=yes&show=technique:fine-tuning&hide=lifecycle", "Portfolio"],
      [`${w}/portfolio`, "/portfolio?show=expertise:evaluation:2&text=nothing+like+it", "Portfolio"],
      [`${w}/projects`, "/projects", "Projects"],
      [`${w}/projects/new`, "/projects/new", "New project"],
      [project, "/projects/CLN", "Clinical summaries"],
      [project, "/projects/FIN", "Finance model"],
      [project, "/projects/NER", "Entity extraction"],
      [`${project}/brief`, "/projects/SUP/brief", "Support assistant"],
      [`${project}/brief`, "/projects/EDG/brief", "Edge translator"],
      [`${project}/phases/[phase]`, "/projects/NER/phases/scoping", "Entity extraction"],
      [`${project}/phases/[phase]`, "/projects/FIN/phases/model-selection", "Finance model"],
      [`${project}/phases/[phase]`, "/projects/COD/phases/model-alignment", "Code assistant"],
      [`${project}/phases/[phase]`, "/projects/SUP/phases/application-integration", "Support assistant"],
      [`${project}/models`, "/projects/CLN/models", "Clinical summaries"],
      [
        `${project}/models`,
        "/projects/FIN/models?hosting=anywhere&compare=llama-3-1-8b,gpt-4o&domainDistance=far&domainTokens=363e9&maxDays=90&budgetUsd=3e6",
        "Finance model",
      ],
      [`${project}/sizing`, "/projects/SUP/sizing", "Support assistant"],
      [`${project}/sizing`, "/projects/FIN/sizing?calculation=training-cost", "Finance model"],
      [`${project}/plan`, "/projects/CLN/plan", "Clinical summaries"],
      [`${project}/forecast`, "/projects/CLN/forecast", "Clinical summaries"],
      [`${project}/forecast`, "/projects/SUP/forecast", "Support assistant"],
      [`${project}/scenarios`, "/projects/CLN/scenarios", "Clinical summaries"],
      [`${project}/plan`, "/projects/CLN/plan?view=timeline&zoom=week&links=all", "Clinical summaries"],
      [`${project}/plan`, "/projects/SUP/plan?view=board", "Support assistant"],
      [`${project}/decisions/new`, "/projects/CLN/decisions/new", "Clinical summaries"],
      [`${project}/decisions/[number]`, "/projects/CLN/decisions/5", "How do we get to clinical quality?"],
      [
        `${project}/decisions/[number]`,
        "/projects/FIN/decisions/2",
        "How large a model, on how many tokens?",
      ],
      [
        `${project}/decisions/[number]`,
        "/projects/CLN/decisions/1",
        "Does this task need a large language model?",
      ],
      [`${project}/decisions/[number]`, "/projects/CLN/decisions/6", "Which ward goes first?"],
      [
        `${project}/decisions/[number]`,
        "/projects/COD/decisions/6",
        "Do we open it to all 320 developers at once?",
      ],
      [
        `${project}/decisions/[number]`,
        "/projects/NER/decisions/6",
        "One evaluation before launch, or rounds of adapting?",
      ],
      [`${project}/decisions/[number]/scoring`, "/projects/CLN/decisions/5/scoring", "Scoring"],
      [`${project}/decisions/[number]/scoring`, "/projects/COD/decisions/6/scoring", "Scoring"],
      [`${project}/decisions/[number]/scoring`, "/projects/FIN/decisions/6/scoring", "Scoring"],
      [`${w}/decisions`, "/decisions", "Decisions"],
      [`${w}/decisions`, "/decisions?state=superseded", "Decisions"],
      [`${w}/decisions`, "/decisions?view=timeline&state=all", "Decisions"],
      [`${w}/decisions`, "/decisions?view=timeline&state=open&project=CLN", "Decisions"],
      [`${w}/decisions`, "/decisions?view=graph&state=all", "Decisions"],
      [`${w}/decisions`, "/decisions?view=graph&state=open&project=CLN", "Decisions"],
      [`${w}/decisions/next`, "/decisions/next", "Decide next"],
      [`${w}/decisions/next`, "/decisions/next?show=review", "Decide next"],
      [`${w}/decisions/next`, "/decisions/next?by=due&project=NER&phase=scoping", "Decide next"],
      [`${w}/time`, "/time", "Time"],
      [`${w}/time`, "/time?week=2026-03-02", "Time"],
      [`${w}/portfolio/schedule`, "/portfolio/schedule", "Schedule"],
      [`${w}/expertise`, "/expertise", "Expertise"],
      [`${w}/expertise`, "/expertise?demand=p50&cell=2020-01-06:serving:3", "Expertise"],
      [`${w}/learn`, "/learn", "Learn"],
      [`${w}/learn`, "/learn?by=technique&cohort=evaluation", "Learn"],
      [`${w}/cheat-sheet`, "/cheat-sheet", "Time and effort cheat sheet"],
      [`${w}/activity`, "/activity", "Activity"],
      [`${w}/settings`, "/settings", "Settings"],
      [`${w}/settings/members`, "/settings/members", "Settings"],
      [`${w}/settings/teams`, "/settings/teams", "Settings"],
      [`${w}/settings/sharing`, "/settings/sharing", "Settings"],
      [`${w}/settings/standards`, "/settings/standards", "Settings"],
    ] as const
  ).map(([route, path, heading]) => ({ route, path: `/w/northwind-ai${path}`, heading })),
];

/** What a workspace shows before anything is in it. */
export const emptyScreens = [
  ["", "Home"],
  ["/inbox", "For you"],
  ["/portfolio", "Portfolio"],
  ["/projects", "Projects"],
  ["/decisions", "Decisions"],
  ["/decisions?state=all", "Decisions"],
  ["/decisions?view=timeline", "Decisions"],
  ["/decisions?view=graph", "Decisions"],
  ["/decisions/next", "Decide next"],
  ["/decisions/next?show=review", "Decide next"],
  ["/time", "Time"],
  ["/expertise", "Expertise"],
  ["/learn", "Learn"],
  ["/cheat-sheet", "Time and effort cheat sheet"],
  ["/activity", "Activity"],
  ["/settings/members", "Settings"],
  ["/settings/teams", "Settings"],
  ["/settings/sharing", "Settings"],
  ["/settings/standards", "Settings"],
] as const;

/** Pages for who builds Phasewise; a served copy has none. */
export const developmentRoutes: readonly string[] = ["design", "design/shell"];
