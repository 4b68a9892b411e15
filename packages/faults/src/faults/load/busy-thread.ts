import { workerData } from "node:worker_threads";
import { z } from "zod";

/** One period of being busy and resting; short enough that neighbours feel a steady load. */
const periodMs = 50;

const share = z.number().parse(workerData);
const resting = new Int32Array(new SharedArrayBuffer(4));

for (;;) {
  const busyUntil = performance.now() + periodMs * share;
  while (performance.now() < busyUntil);
  if (share < 1) Atomics.wait(resting, 0, 0, periodMs * (1 - share));
}
