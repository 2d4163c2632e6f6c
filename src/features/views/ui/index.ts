export { LettersList } from "./letters-list";
export { addressOf } from "./view-address";
