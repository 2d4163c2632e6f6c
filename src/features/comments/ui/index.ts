export { Discussion } from "./discussion";
