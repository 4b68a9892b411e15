import { dnsToxic } from "../dns/toxic.ts";
import { httpToxic } from "../http/toxic.ts";
import { bandwidth } from "./bandwidth.ts";
import { latency } from "./latency.ts";
import { limitData } from "./limit-data.ts";
import { noop } from "./noop.ts";
import { resetPeer } from "./reset-peer.ts";
import { slicer } from "./slicer.ts";
import { slowClose } from "./slow-close.ts";
import { timeout } from "./timeout.ts";
import type { ToxicType } from "./toxic.ts";

const all: readonly ToxicType[] = [
  latency,
  bandwidth,
  slowClose,
  timeout,
  resetPeer,
  slicer,
  limitData,
  noop,
  httpToxic,
  dnsToxic,
];

const byName = new Map(all.map((type) => [type.name, type]));

/** The type of that exact name. */
export function toxicType(name: string): ToxicType | undefined {
  return byName.get(name);
}
