export { LiveStatus } from "./live-status";
export { LiveWorkspace } from "./live-workspace";
