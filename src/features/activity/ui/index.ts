export { LiveStatus } from "./live-status";
export { useLive } from "./live-store";
export { LiveWorkspace } from "./live-workspace";
