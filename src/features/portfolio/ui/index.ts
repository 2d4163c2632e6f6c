export { DecideNext } from "./decide-next";
export { HealthMark } from "./health-mark";
export { normalQuery, queryParams, viewParameter } from "./normal-query";
