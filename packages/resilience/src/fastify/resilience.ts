import type { FastifyPluginAsync, FastifyRequest } from "fastify";

import { degradedHeader } from "../http/degraded-header.ts";
import { serveNode } from "../request/node-request.ts";
import { serving, type ServedRequest, type ServingOptions } from "../request/served-request.ts";

/**
 * Plugin for Fastify: reads how long the caller waits, so that policies in the handlers have no more time than that, and are
 * given up when the client goes away. When the time is over and nothing was sent, the request fails with a `TimeoutError`:
 * status 504, code `deadline-exceeded`, by the error handler you have. What policies had to degrade is in the header `degraded`.
 * It holds for the instance it is registered with, and for what is registered in that.
 * @throws RangeError when requests would get no time, or more than the maximum.
 */
export const resilience: FastifyPluginAsync<ServingOptions> = async (fastify, options) => {
  const every = serving(options);
  const requests = new WeakMap<FastifyRequest, ServedRequest>();
  fastify.addHook("onRequest", (request, reply, done) => {
    const served = serveNode(request.raw, reply.raw, every);
    requests.set(request, served);
    served.whenOver((error) => {
      if (!reply.sent && !reply.raw.headersSent) void reply.send(error);
    });
    served.run(done);
  });
  // The body was read from the connection, which knows nothing of the request: what follows has to find it again.
  fastify.addHook("preValidation", (request, _reply, done) => {
    const served = requests.get(request);
    if (served === undefined) done();
    else served.run(done);
  });
  fastify.addHook("onSend", (request, reply, payload, done) => {
    const degraded = requests.get(request)?.degraded;
    if (degraded !== undefined) void reply.header(degradedHeader, degraded);
    done(null, payload);
  });
};

// Hooks of a plugin hold only inside it, unless it says so: https://fastify.dev/docs/latest/Reference/Plugins/
Object.assign(resilience, { [Symbol.for("skip-override")]: true });
