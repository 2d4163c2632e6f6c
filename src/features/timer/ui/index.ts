export { RunningTimer } from "./running-timer";
