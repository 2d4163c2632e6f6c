export { KeepScenario } from "./keep-scenario";
