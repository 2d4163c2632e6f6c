export { useNames } from "./own-names";
export { ProposalsCard } from "./proposals-card";
export { ProposeLevel } from "./propose-level";
export { SettingsNav } from "./settings-nav";
export { useWorkspace } from "./use-workspace";
