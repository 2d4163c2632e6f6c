export { ExchangeTools } from "./exchange-tools";
