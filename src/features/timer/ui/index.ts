export { type Running, RunningTimer, StopTimer } from "./running-timer";
