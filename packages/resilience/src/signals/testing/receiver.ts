import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { json } from "node:stream/consumers";

import type { SignalBatch } from "../signal-batch.ts";

export type Reply = (response: ServerResponse, request: IncomingMessage) => void;

/** A receiver of batches on a real socket. `reply` can be changed on the way. */
export interface Receiver extends AsyncDisposable {
  readonly url: string;
  readonly batches: SignalBatch[];
  reply: Reply;
  /** Resolves when so many batches have come. */
  received(count: number): Promise<void>;
}

export const status =
  (code: number, headers: Record<string, string> = {}): Reply =>
  (response) => {
    response.writeHead(code, headers).end();
  };

export const hang: Reply = () => undefined;

export async function receiver(reply: Reply = status(202)): Promise<Receiver> {
  const batches: SignalBatch[] = [];
  const arrivals = new EventTarget();
  const server = createServer((request, response) => {
    void json(request).then((body) => {
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the tests judge what it is
      batches.push(body as SignalBatch);
      made.reply(response, request);
      arrivals.dispatchEvent(new Event("batch"));
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- it listens on TCP
  const { port } = server.address() as AddressInfo;
  const made: Receiver = {
    url: `http://127.0.0.1:${port}/api/signals`,
    batches,
    reply,
    received: async (count) => {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      while (batches.length < count) await once(arrivals, "batch");
    },
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
  return made;
}
