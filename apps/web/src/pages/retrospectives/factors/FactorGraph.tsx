/** Conditions that led to each other, as a small picture. The same stands in a list for those who do not see it, and on phones. */
import type { ContributingFactor, FactorConnection } from "@morrow/domain/retrospectives";
import { splitComments } from "../coaching/suppress.ts";
import { FactorList } from "./FactorList.tsx";
import "./factors.css";
import { placeFactors, type PlacedFactor } from "./layout.ts";

interface FactorGraphProps {
  readonly factors: readonly ContributingFactor[];
  readonly connections: readonly FactorConnection[];
  /** False where the factors stand in a list right beside it. */
  readonly listed?: boolean;
}

const box = { width: 208, gapX: 44, gapY: 16, lineHeight: 18, padding: 10, letters: 29, lines: 6, bend: 12 };

/** Past this many layers a line of boxes is no picture any more; the list says it better. */
const mostLayers = 5;

export function FactorGraph({ factors, connections, listed = true }: FactorGraphProps) {
  const { places, pieces } = placeFactors(factors, connections);
  const layers = Math.max(0, ...places.map(({ layer }) => layer)) + 1;
  if (layers > mostLayers) return listed ? <FactorList factors={factors} connections={connections} /> : null;
  const boxes = new Map(stack(places, layers).map((each) => [each.id, each]));
  const width = layers * box.width + (layers - 1) * box.gapX;
  const height = Math.max(...[...boxes.values()].map(({ y, height: own }) => y + own));
  return (
    <figure className="retro-graph">
      <div className="retro-graph-picture" aria-hidden="true">
        <svg width={width + 2} height={height + 2} viewBox={`-1 -1 ${width + 2} ${height + 2}`}>
          {pieces.map(({ from, to, last }) => {
            const a = boxes.get(from);
            const b = boxes.get(to);
            return a === undefined || b === undefined ? null : (
              <Line key={`${from} ${to}`} a={a} b={b} last={last} />
            );
          })}
          {[...boxes.values()].map((each) =>
            each.bend === true ? null : <Box key={each.id} placed={each} />,
          )}
        </svg>
      </div>
      {listed ? (
        <div className="retro-graph-list">
          <FactorList factors={factors} connections={connections} />
        </div>
      ) : null}
    </figure>
  );
}

interface DrawnFactor extends PlacedFactor {
  readonly x: number;
  readonly y: number;
  readonly height: number;
  readonly lines: readonly string[];
}

/** Layers stand in the middle of the tallest one. */
function stack(placed: readonly PlacedFactor[], layers: number): DrawnFactor[] {
  const columns = Array.from({ length: layers }, (_, layer) => {
    const members = placed.filter((each) => each.layer === layer).toSorted((a, b) => a.row - b.row);
    let y = 0;
    return members.map((each) => {
      const lines = each.bend === true ? [] : wrapped(splitComments(each.text).words);
      const height = each.bend === true ? box.bend : lines.length * box.lineHeight + 2 * box.padding;
      const drawn = { ...each, x: layer * (box.width + box.gapX), y, height, lines };
      y += height + box.gapY;
      return drawn;
    });
  });
  const tall = (column: readonly DrawnFactor[]) => (column.at(-1)?.y ?? 0) + (column.at(-1)?.height ?? 0);
  const tallest = Math.max(0, ...columns.map(tall));
  return columns.flatMap((column) =>
    column.map((each) => ({ ...each, y: each.y + (tallest - tall(column)) / 2 })),
  );
}

function wrapped(text: string): string[] {
  const plain = text.replaceAll(/[*_`]|\[([^\]]*)\]\([^)]*\)/g, "$1").trim();
  const lines: string[] = [""];
  for (const word of plain.split(/\s+/)) {
    const line = lines.at(-1) ?? "";
    if (line !== "" && line.length + word.length + 1 > box.letters) lines.push(word);
    else lines[lines.length - 1] = line === "" ? word : `${line} ${word}`;
  }
  return lines.length <= box.lines
    ? lines
    : [...lines.slice(0, box.lines - 1), `${lines[box.lines - 1] ?? ""} …`];
}

function Box({ placed: { x, y, height, lines } }: { placed: DrawnFactor }) {
  return (
    <g className="retro-graph-box">
      <rect x={x} y={y} width={box.width} height={height} rx={6} />
      {lines.map((line, index) => (
        <text key={index} x={x + box.padding} y={y + box.padding + index * box.lineHeight + 13}>
          {line}
        </text>
      ))}
    </g>
  );
}

function Line({ a, b, last }: { a: DrawnFactor; b: DrawnFactor; last: boolean }) {
  const x1 = a.x + box.width;
  const y1 = a.y + a.height / 2;
  const x2 = last ? b.x - 6 : b.x;
  const y2 = b.y + b.height / 2;
  const bend = (x2 - x1) / 2;
  return (
    <g className="retro-graph-line">
      <path d={`M${x1} ${y1}C${x1 + bend} ${y1} ${x2 - bend} ${y2} ${x2} ${y2}`} />
      <path
        d={
          last ? `M${x2 - 5} ${y2 - 4}L${x2 + 1} ${y2}L${x2 - 5} ${y2 + 4}` : `M${x2} ${y2}H${x2 + box.width}`
        }
      />
    </g>
  );
}
