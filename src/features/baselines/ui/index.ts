export { BaselinesCard } from "./baselines-card";
