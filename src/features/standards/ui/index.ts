export { ExpertiseFields } from "./expertise-fields";
