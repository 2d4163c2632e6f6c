export { DiscussionView } from "./discussion-view";
export { ContextTools, Discussion } from "./lazy";
export { PartThreads } from "./part-threads";
