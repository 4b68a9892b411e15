import { html } from "hono/html";

/** Half an outline from the rim down to the foot: pairs of radius and height in a square of 200 by 200. */
const outlines = {
  jar: [
    [27, 40],
    [29, 48],
    [58, 68],
    [76, 106],
    [62, 146],
    [36, 168],
    [33, 172],
  ],
  vase: [
    [24, 22],
    [17, 34],
    [16, 58],
    [38, 98],
    [45, 130],
    [36, 160],
    [28, 172],
  ],
  mug: [
    [40, 72],
    [41, 82],
    [43, 112],
    [45, 142],
    [41, 164],
    [33, 172],
  ],
  bowl: [
    [78, 92],
    [75, 104],
    [64, 130],
    [44, 156],
    [29, 164],
    [28, 172],
  ],
  cup: [
    [52, 100],
    [53, 114],
    [49, 138],
    [36, 158],
    [25, 164],
    [24, 172],
  ],
  jug: [
    [36, 40],
    [29, 54],
    [31, 76],
    [51, 112],
    [55, 136],
    [46, 162],
    [36, 172],
  ],
  bottle: [
    [13, 70],
    [10, 78],
    [12, 100],
    [40, 126],
    [44, 146],
    [34, 166],
    [27, 172],
  ],
  pot: [
    [42, 92],
    [45, 100],
    [57, 122],
    [57, 144],
    [46, 166],
    [38, 172],
  ],
} as const satisfies Record<string, readonly (readonly [radius: number, height: number])[]>;

export type Form = keyof typeof outlines;

/** The glaze, a darker tone of it for the rim, and the bare clay at the foot. */
const glazes = {
  milk: ["#efeae0", "#d2cabb", "#c9b79c"],
  celadon: ["#a3bfae", "#6f9482", "#b59a78"],
  oat: ["#dccdb2", "#a8916d", "#94704f"],
  iron: ["#a4513a", "#6d2e22", "#8a6246"],
  tenmoku: ["#3d3230", "#7a4a2c", "#a07d5c"],
  cobalt: ["#4a6489", "#2c4266", "#b39a7a"],
  shino: ["#e2a487", "#bd7153", "#d5bfa3"],
  ash: ["#9aa08f", "#6c7263", "#8d7458"],
} as const;

export type Glaze = keyof typeof glazes;

const handles: Partial<Record<Form, string>> = {
  mug: "M136 92 C176 88 178 146 143 146",
  jug: "M124 54 C184 44 182 116 148 126",
};

const spouts: Partial<Record<Form, string>> = { jug: "M78 38 L54 35 C59 46 66 58 70 80 L92 72Z" };

/** A piece of pottery, drawn. It stands beside its name, so readers of the screen are not told twice. */
export function picture(form: Form, glaze: Glaze) {
  const [colour, dark, clay] = glazes[glaze];
  const [[radius, top]] = outlines[form];
  const name = `${form}-${glaze}`;
  const handle = handles[form];
  const spout = spouts[form];
  return html`<svg class="picture" viewBox="0 0 200 200" aria-hidden="true" focusable="false">
    <defs>
      <clipPath id="${name}-body"><path d="${outline(form)}" /></clipPath>
      <linearGradient id="${name}-light">
        <stop offset="0" stop-color="#000" stop-opacity=".16" />
        <stop offset=".14" stop-color="#000" stop-opacity="0" />
        <stop offset=".14" stop-color="#fff" stop-opacity="0" />
        <stop offset=".3" stop-color="#fff" stop-opacity=".26" />
        <stop offset=".52" stop-color="#fff" stop-opacity="0" />
        <stop offset=".52" stop-color="#000" stop-opacity="0" />
        <stop offset="1" stop-color="#000" stop-opacity=".36" />
      </linearGradient>
    </defs>
    <ellipse class="shadow" cx="106" cy="174" rx="68" ry="7" />
    ${handle === undefined ? "" : html`<path d="${handle}" fill="none" stroke="${dark}" stroke-width="11" /><path d="${handle}" fill="none" stroke="${colour}" stroke-width="7.5" />`}
    ${spout === undefined ? "" : html`<path d="${spout}" fill="${dark}" />`}
    <g clip-path="url(#${name}-body)">
      <rect width="200" height="200" fill="${clay}" />
      <path
        d="M0 0H200V153C176 158 160 150 141 155S112 162 96 155 62 150 48 156 16 154 0 157Z"
        fill="${colour}"
      />
      <path
        d="M0 ${top + 9}C40 ${top + 16} 70 ${top + 8} 100 ${top + 13}S170 ${top + 9} 200 ${top + 12}V0H0Z"
        fill="${dark}"
        opacity=".55"
      />
      <rect width="200" height="200" fill="url(#${name}-light)" />
    </g>
    <ellipse cx="100" cy="${top}" rx="${radius}" ry="${radius * 0.13}" fill="${dark}" />
    <ellipse
      cx="100"
      cy="${top + 1}"
      rx="${radius - 3}"
      ry="${radius * 0.13 - 1}"
      fill="#000"
      opacity=".35"
    />
  </svg>`;
}

/** The whole outline: down on the right, along the foot, and up on the left, as a smooth curve (Catmull-Rom as Béziers). */
function outline(form: Form): string {
  const half = outlines[form];
  const right = half.map(([radius, height]) => [100 + radius, height] as const);
  const left = half.map(([radius, height]) => [100 - radius, height] as const).toReversed();
  return `M${right[0]?.join(" ")}${curve(right)}L${left[0]?.join(" ")}${curve(left)}Z`;
}

function curve(points: readonly (readonly [number, number])[]): string {
  return points
    .slice(1)
    .map((to, index) => {
      const from = points[index] ?? to;
      const before = points[index - 1] ?? from;
      const after = points[index + 2] ?? to;
      const first = [from[0] + (to[0] - before[0]) / 6, from[1] + (to[1] - before[1]) / 6];
      const second = [to[0] - (after[0] - from[0]) / 6, to[1] - (after[1] - from[1]) / 6];
      return `C${[...first, ...second, ...to].map((n) => n.toFixed(1)).join(" ")}`;
    })
    .join("");
}
