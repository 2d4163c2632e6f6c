import type { IsoDate } from "./calendar";
import type { Forecast } from "./forecast-result";

/**
 * The chance that the project is finished on or before a day, 0 to 1, in steps of 0.5 %: read from the forecast's
 * stored table of finish days, so that a stored forecast answers without simulating again.
 */
export function chanceToFinishBy(forecast: Pick<Forecast, "finishTable">, date: IsoDate): number {
  const table = forecast.finishTable;
  const first = table[0];
  if (first === undefined || date < first) return 0;
  const notLater = table.filter((finish) => finish <= date).length;
  return (notLater - 1) / (table.length - 1);
}
