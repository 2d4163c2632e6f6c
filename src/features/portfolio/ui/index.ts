export { normalQuery, queryParams, viewParameter } from "./normal-query";
