import type { FastifyPluginAsync, FastifyRequest } from "fastify";

import { serveNode } from "../request/node-request.ts";
import {
  isOfAnswer,
  serving as servingOf,
  type ServedRequest,
  type ServingOptions,
} from "../request/served-request.ts";

/**
 * Plugin for Fastify: reads how long the caller waits, so that policies in the handlers have no more time than that, and are
 * given up when the client goes away. When the time is over and nothing was sent, the request fails with a `TimeoutError`:
 * status 504, code `deadline-exceeded`, by the error handler you have. What policies had to degrade is in the header `degraded`.
 * It holds for the instance it is registered with, and for what is registered in that.
 * @throws RangeError when requests would get no time, or more than the maximum.
 */
export const resilience: FastifyPluginAsync<ServingOptions> = async (fastify, options) => {
  const every = servingOf(options);
  const requests = new WeakMap<FastifyRequest, Serving>();
  fastify.addHook("onRequest", (request, reply, done) => {
    const serving: Serving = {
      served: serveNode(request.raw, reply.raw, every),
      isAnswered: false,
      isLate: false,
    };
    requests.set(request, serving);
    serving.served.whenOver((error) => {
      // An answer that other hooks still work on is one.
      if (serving.isAnswered || reply.sent || reply.raw.headersSent) return;
      serving.isLate = true;
      for (const name of Object.keys(reply.getHeaders())) if (isOfAnswer(name)) reply.removeHeader(name);
      void reply.header("cache-control", "no-store").send(error);
    });
    serving.served.run(done);
  });
  // The body was read from the connection, which knows nothing of the request: what follows has to find it again.
  fastify.addHook("preValidation", (request, _reply, done) => {
    const serving = requests.get(request);
    if (serving === undefined) done();
    else serving.served.run(done);
  });
  fastify.addHook("onSend", (request, _reply, payload, done) => {
    const serving = requests.get(request);
    // Of the handler's late answer and the one in its place only the first goes out: two heads would be an error that nobody catches.
    if (serving?.isLate === true && serving.isAnswered) return;
    if (serving !== undefined) serving.isAnswered = true;
    done(null, payload);
  });
};

interface Serving {
  readonly served: ServedRequest;
  /** An answer is on its way. */
  isAnswered: boolean;
  /** The time was over before that. */
  isLate: boolean;
}

// Hooks of a plugin hold only inside it, unless it says so: https://fastify.dev/docs/latest/Reference/Plugins/
Object.assign(resilience, { [Symbol.for("skip-override")]: true });
