// What the portfolio's page shows for an address, for whatever else of the server shows the same.
export { normalQuery } from "./ui/normal-query";
