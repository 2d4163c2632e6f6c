export { useWorkspace } from "./use-workspace";
