export { leave } from "./leave";
