export { useTextDoor } from "./text-door";
export { TextSection } from "./text-section";
