export { useNames } from "./own-names";
export { SettingsNav } from "./settings-nav";
export { useWorkspace } from "./use-workspace";
