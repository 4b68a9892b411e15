/** Places conditions in layers: what contributed stands to the left of what it contributed to. Few nodes, so simple rules are enough. */
import type { ContributingFactor, FactorConnection } from "@morrow/domain/retrospectives";

export interface PlacedFactor {
  readonly id: string;
  readonly text: string;
  /** 0 is the leftmost. */
  readonly layer: number;
  /** Place within its layer, from the top. */
  readonly row: number;
  /** True for a place where a long line passes a layer: no box, only room. */
  readonly bend?: boolean;
}

/** A piece of a line between neighbouring layers. */
export interface Piece {
  readonly from: string;
  readonly to: string;
  /** Ends at the factor that was contributed to. */
  readonly last: boolean;
}

export interface FactorLayout {
  readonly places: readonly PlacedFactor[];
  readonly pieces: readonly Piece[];
}

/** Longest way from a factor that nothing contributed to; a circle, which the server refuses, is cut where it closes. */
function layersOf(
  factors: readonly ContributingFactor[],
  connections: readonly FactorConnection[],
): Map<string, number> {
  const into = Map.groupBy(connections, (connection) => connection.to);
  const layers = new Map<string, number>();
  const visit = (id: string, path: ReadonlySet<string>): number => {
    const known = layers.get(id);
    if (known !== undefined) return known;
    const before = (into.get(id) ?? []).filter(({ from }) => !path.has(from));
    const layer = Math.max(-1, ...before.map(({ from }) => visit(from, new Set([...path, id])))) + 1;
    layers.set(id, layer);
    return layer;
  };
  for (const { id } of factors) visit(id, new Set());
  return layers;
}

/** @returns every factor with its place, and the lines; neighbours are sorted by where their lines come from, which untangles most of them */
export function placeFactors(
  factors: readonly ContributingFactor[],
  connections: readonly FactorConnection[],
): FactorLayout {
  const ids = new Set(factors.map(({ id }) => id));
  const known = connections.filter(({ from, to }) => ids.has(from) && ids.has(to) && from !== to);
  const layers = layersOf(factors, known);
  const routed = known.map((connection) => route(connection, layers));
  const nodes = [
    ...factors.map(({ id, text }) => ({ id, text, layer: layers.get(id) ?? 0 })),
    ...routed.flatMap(({ bends }) => bends),
  ];
  const pieces = routed.flatMap((each) => each.pieces);
  const rows = new Map<string, number>();
  const places: PlacedFactor[] = [];
  const byLayer = Map.groupBy(nodes, ({ layer }) => layer);
  for (const layer of [...byLayer.keys()].toSorted((a, b) => a - b)) {
    const members = (byLayer.get(layer) ?? []).map((node, index) => {
      const before = pieces.filter(({ to }) => to === node.id).flatMap(({ from }) => rows.get(from) ?? []);
      return {
        node,
        weight: before.length === 0 ? index : before.reduce((sum, row) => sum + row, 0) / before.length,
      };
    });
    for (const [row, { node }] of members.toSorted((a, b) => a.weight - b.weight).entries()) {
      rows.set(node.id, row);
      places.push({ ...node, row });
    }
  }
  return { places, pieces };
}

/** A line over several layers gets a place of its own in each that it passes, so that it goes between boxes, not behind them. */
function route({ from, to }: FactorConnection, layers: ReadonlyMap<string, number>) {
  const start = layers.get(from) ?? 0;
  const end = layers.get(to) ?? 0;
  const passed = Array.from({ length: Math.max(0, end - start - 1) }, (_, index) => start + index + 1);
  const bends = passed.map((layer) => ({
    id: JSON.stringify([from, to, layer]),
    text: "",
    layer,
    bend: true,
  }));
  const stops = [from, ...bends.map(({ id }) => id), to];
  const pieces = stops
    .slice(1)
    .map((stop, index) => ({ from: stops[index] ?? from, to: stop, last: stop === to }));
  return { bends, pieces };
}

/** Whether a new connection would close a circle. */
export function wouldCircle(connections: readonly FactorConnection[], from: string, to: string): boolean {
  const seen = new Set<string>();
  const reach = (id: string): boolean => {
    if (id === from) return true;
    if (seen.has(id)) return false;
    seen.add(id);
    return connections.some((connection) => connection.from === id && reach(connection.to));
  };
  return reach(to);
}
