export { footnotes, SourcesNote } from "./sources-note";
