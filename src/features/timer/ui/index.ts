export { type Running, StopTimer } from "./running-timer";
export { TimerWhenRunning } from "./timer-when-running";
