import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";

import { z } from "zod";

import { startProxyServer } from "../../../proxy/index.ts";
import { identityOf, isAlive } from "../../identity.ts";
import { waitUntil } from "../../take/wait-until.ts";
import type { Kind, Scene } from "./kinds.ts";

/** Morrow's own proxy: a toxic has a lease and ends by itself. */
export const morrowToxic: Kind = {
  name: "add-toxic, morrow proxy",
  unavailable: null,
  async prepare() {
    const server = await startProxyServer({ port: 0 });
    return sceneAt(server.url, () => server.close());
  },
};

/** Toxiproxy knows no lease: the expiry process ends the toxic. */
export const toxiproxyToxic: Kind = {
  name: "add-toxic, Toxiproxy",
  unavailable: process.env["TOXIPROXY_BIN"] === undefined ? "TOXIPROXY_BIN does not name its server" : null,
  async prepare() {
    const port = await freePort();
    const server = spawn(process.env["TOXIPROXY_BIN"] ?? "", ["-host", "127.0.0.1", "-port", String(port)], {
      stdio: "ignore",
    });
    await once(server, "spawn");
    const api = `http://127.0.0.1:${port}`;
    while (!(await answers(api))) if (server.exitCode !== null) throw new Error("Toxiproxy ended early");
    return sceneAt(api, async () => {
      const identity = identityOf(server.pid ?? 0);
      server.kill("SIGKILL");
      if (identity !== null) await waitUntil(() => !isAlive(identity), 5000);
    });
  },
};

async function sceneAt(api: string, remove: () => Promise<unknown>): Promise<Scene> {
  await fetch(`${api}/proxies`, {
    method: "POST",
    body: JSON.stringify({ name: "db", listen: "127.0.0.1:0", upstream: "127.0.0.1:9" }),
  });
  return {
    order: {
      fault: "add-toxic",
      arguments: { api, proxy: "db", type: "latency", attributes: { latency: 50 } },
    },
    async isThere() {
      const answer = await fetch(`${api}/proxies/db/toxics`);
      return z.array(z.unknown()).parse(await answer.json()).length > 0;
    },
    async remove() {
      await remove();
    },
  };
}

async function answers(api: string): Promise<boolean> {
  try {
    return (await fetch(`${api}/version`)).ok;
  } catch {
    return false;
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
}
