import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";

import { z } from "zod";

import { identityOf, isAlive } from "../../identity.ts";
import { waitUntil } from "../../take/wait-until.ts";
import type { Kind } from "./kinds.ts";

const morrow = join(import.meta.dirname, "../../../../../../apps/cli/src/main.ts");

/** A controller of fault points: a rule has a lease and ends by itself. */
export const faultPoint: Kind = {
  name: "activate-fault-point",
  unavailable: null,
  async prepare() {
    const server = spawn(process.execPath, [morrow, "fault-points", "serve", "--port", "0"], {
      stdio: ["ignore", "pipe", "ignore"],
    });
    const [line] = await once(createInterface(server.stdout), "line");
    const controller = /http:\S+\d/.exec(String(line))?.[0] ?? "";
    return {
      order: { fault: "activate-fault-point", arguments: { controller, point: "reviews", latency: 50 } },
      async isThere() {
        const answer = await fetch(`${controller}/rules`);
        return z.object({ rules: z.array(z.unknown()) }).parse(await answer.json()).rules.length > 0;
      },
      async remove() {
        const identity = identityOf(server.pid ?? 0);
        server.kill("SIGKILL");
        if (identity !== null) await waitUntil(() => !isAlive(identity), 5000);
      },
    };
  },
};
