import {
  type Distribution,
  type QuantileTable,
  quantileTable,
  scaleTable,
} from "../estimation/quantile-table";
import type { ThreePoint } from "../estimation/three-point";

interface KnownTable {
  readonly estimate: ThreePoint;
  readonly distribution: Distribution;
  readonly share: number;
  readonly table: QuantileTable;
}

/**
 * The quantile table of an estimate, of a share of it: equal estimates have one table. Known tables are looked up by the
 * estimate's worst case and then compared: writing three numbers out as a key takes longer than building a table.
 */
export function tableCache(): (
  estimate: ThreePoint,
  distribution: Distribution,
  share: number,
) => QuantileTable {
  const known = new Map<number, KnownTable[]>();
  return (estimate, distribution, share) => {
    const alike = known.get(estimate.pessimistic) ?? [];
    for (const other of alike)
      if (
        other.estimate.optimistic === estimate.optimistic &&
        other.estimate.mostLikely === estimate.mostLikely &&
        other.distribution === distribution &&
        other.share === share
      )
        return other.table;
    const full = quantileTable(estimate, distribution);
    const table = share === 1 ? full : scaleTable(full, share);
    if (alike.length === 0) known.set(estimate.pessimistic, alike);
    alike.push({ estimate, distribution, share, table });
    return table;
  };
}
