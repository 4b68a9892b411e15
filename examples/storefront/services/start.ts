import { fork } from "node:child_process";
import { once } from "node:events";

import { z } from "zod";

/** A service in a process of its own: `kill` its `pid` to see what the page does without it. */
export interface Service {
  readonly name: string;
  readonly url: string;
  readonly pid: number | undefined;
  stop(): Promise<void>;
}

const ready = z.tuple([z.object({ port: z.number() })]).rest(z.unknown());

/** Starts one of the files beside this one and waits until it listens. */
export async function startService(
  file: "recommendations" | "reviews" | "pricing",
  name: string = file,
): Promise<Service> {
  const child = fork(new URL(`${file}.ts`, import.meta.url), { execArgv: [] });
  const exit = once(child, "exit");
  const early = exit.then(() => {
    throw new Error(`The service ${name} ended before it listened.`);
  });
  const [{ port }] = ready.parse(await Promise.race([once(child, "message"), early]));
  early.catch(() => undefined);
  return {
    name,
    url: `http://127.0.0.1:${port}`,
    pid: child.pid,
    async stop() {
      child.kill();
      await exit;
    },
  };
}
