import * as fc from "fast-check";
import { expect, test } from "vitest";
import { placeFactors, wouldCircle } from "./layout.ts";

const factor = (id: string) => ({ id, text: id });

test("what contributed stands left of what it contributed to", () => {
  const { places: placed, pieces } = placeFactors(["c", "a", "b", "d"].map(factor), [
    { from: "a", to: "b" },
    { from: "b", to: "c" },
    { from: "a", to: "c" },
  ]);
  const own = placed.filter(({ bend }) => bend !== true);
  expect(Object.fromEntries(own.map(({ id, layer }) => [id, layer]))).toEqual({ a: 0, b: 1, c: 2, d: 0 });
  expect(placed.filter(({ bend }) => bend === true)).toMatchObject([{ layer: 1 }]);
  expect(pieces.filter(({ last }) => last).map(({ to }) => to)).toEqual(["b", "c", "c"]);
});

test("any connections: each factor has one place of its own, and lines lead to the right unless they go round", () => {
  const ids = ["a", "b", "c", "d", "e", "f"];
  const pair = fc.record({ from: fc.constantFrom(...ids), to: fc.constantFrom(...ids) });
  fc.assert(
    fc.property(fc.array(pair, { maxLength: 15 }), (wanted) => {
      const connections: typeof wanted = [];
      for (const each of wanted) if (!wouldCircle(connections, each.from, each.to)) connections.push(each);
      const { places, pieces } = placeFactors(ids.map(factor), connections);
      expect(new Set(places.map(({ layer, row }) => `${layer} ${row}`)).size).toBe(places.length);
      const layer = new Map(places.map((each) => [each.id, each.layer]));
      for (const { from, to } of pieces) expect(layer.get(to)! - layer.get(from)!).toBe(1);
      const own = placeFactors(ids.map(factor), wanted).places.filter(({ bend }) => bend !== true);
      expect(own).toHaveLength(ids.length);
    }),
  );
});
