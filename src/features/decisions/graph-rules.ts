import { type EdgeLabel, Graph, type GraphLabel, layout, type NodeLabel } from "@dagrejs/dagre";
import { LRUCache } from "lru-cache";

/** Flows down: from what comes first to what waits for it, from what was superseded to what took its place. */
export type GraphLink = {
  readonly kind: "comes-before" | "superseded-by";
  readonly from: string;
  readonly to: string;
};

type Point = { readonly x: number; readonly y: number };

/** Decisions that hang together, with the place of each and the way of each link, in pixels. */
export type Drawing = {
  readonly width: number;
  readonly height: number;
  readonly card: typeof cardSize;
  /** By rows from the top, each from the left: the order in which they are read. */
  readonly cards: readonly ({ readonly id: string } & Point)[];
  readonly links: readonly (GraphLink & { readonly points: readonly Point[] })[];
};

export const cardSize = { width: 200, height: 88 } as const;

/** Laying out takes time that grows faster than what is laid out; larger clusters are read as a table. */
export const mostDrawn = 60;

/** The clusters of decisions that links join, all in the order given. Who has no link is in none. */
export function clustersOf(ids: readonly string[], links: readonly GraphLink[]): string[][] {
  const neighbours = new Map<string, string[]>();
  for (const { from, to } of links) {
    neighbours.set(from, [...(neighbours.get(from) ?? []), to]);
    neighbours.set(to, [...(neighbours.get(to) ?? []), from]);
  }
  const place = new Map(ids.map((id, index) => [id, index]));
  const reached = new Set<string>();
  return ids.flatMap((start) => {
    if (reached.has(start) || !neighbours.has(start)) return [];
    reached.add(start);
    const cluster = [start];
    for (const id of cluster) {
      for (const next of neighbours.get(id) ?? []) {
        if (reached.has(next)) continue;
        reached.add(next);
        cluster.push(next);
      }
    }
    return [cluster.sort((a, b) => (place.get(a) ?? 0) - (place.get(b) ?? 0))];
  });
}

/** Places a cluster in layers, or null where it is too large to draw. */
export function drawCluster(ids: readonly string[], links: readonly GraphLink[]): Drawing | null {
  if (ids.length > mostDrawn) return null;
  const place = new Map(ids.map((id, index) => [id, index]));
  const inside = links.filter(({ from, to }) => place.has(from) && place.has(to));
  // Where things go depends on how they hang together and on nothing else, so it is worked out once for each form.
  const form = inside.map(({ kind, from, to }) => `${place.get(from)} ${place.get(to)} ${kind}`).join();
  const known = drawn.get(`${ids.length}: ${form}`);
  const { cards, ways, ...size } = known ?? placed(ids, inside);
  if (known === undefined) drawn.set(`${ids.length}: ${form}`, { cards, ways, ...size });
  return {
    ...size,
    card: cardSize,
    cards: ids
      .flatMap((id, index) => {
        const at = cards[index];
        return at === undefined ? [] : [{ id, ...at }];
      })
      .sort((a, b) => a.y - b.y || a.x - b.x),
    links: inside.map((link, index) => ({ ...link, points: ways[index] ?? [] })),
  };
}

type Placed = {
  readonly width: number;
  readonly height: number;
  readonly cards: readonly Point[];
  readonly ways: readonly (readonly Point[])[];
};

const drawn = new LRUCache<string, Placed>({ max: 500 });
const margin = 4;

function placed(ids: readonly string[], links: readonly GraphLink[]): Placed {
  const graph = new Graph<GraphLabel, NodeLabel, EdgeLabel>({ multigraph: true });
  graph.setGraph({ rankdir: "TB", nodesep: 24, ranksep: 44, marginx: margin, marginy: margin });
  for (const id of ids) graph.setNode(id, { ...cardSize });
  for (const { kind, from, to } of links) graph.setEdge(from, to, {}, kind);
  layout(graph);
  const corner = (id: string): Point => {
    const { x = 0, y = 0 } = graph.node(id);
    return { x: Math.round(x - cardSize.width / 2), y: Math.round(y - cardSize.height / 2) };
  };
  const { width = 0, height = 0 } = graph.graph();
  return {
    width: Math.ceil(width),
    height: Math.ceil(height),
    cards: ids.map(corner),
    ways: links.map(({ kind, from, to }) =>
      (graph.edge(from, to, kind).points ?? []).map(({ x, y }) => ({ x: Math.round(x), y: Math.round(y) })),
    ),
  };
}
