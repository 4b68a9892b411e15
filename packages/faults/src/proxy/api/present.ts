import { Float32 } from "../go-json/index.ts";
import type { Proxy } from "../proxies/proxy.ts";
import type { Toxic } from "../toxics/toxic.ts";

/** Field order as Toxiproxy's. Additions of ours are shown only where they are used, so that its clients see what they know. */
export function presentProxy(proxy: Proxy): Record<string, unknown> {
  return {
    name: proxy.name,
    listen: proxy.listen,
    upstream: proxy.upstream,
    enabled: proxy.enabled,
    // Toxiproxy prints its logger, which has no fields.
    Logger: {},
    ...(proxy.protocol === "tcp" ? {} : { protocol: proxy.protocol }),
    ...remaining(proxy.lease.remaining),
    toxics: presentToxics(proxy),
  };
}

export function presentToxics(proxy: Proxy): Record<string, unknown>[] {
  return proxy.toxics.all.map(presentToxic);
}

export function presentToxic(toxic: Toxic): Record<string, unknown> {
  return {
    attributes: presentAttributes(toxic),
    name: toxic.name,
    type: toxic.type.name,
    stream: toxic.stream,
    toxicity: new Float32(toxic.toxicity),
    ...(toxic.first > 0 ? { first: toxic.first, affected: toxic.affected } : {}),
    ...remaining(toxic.lease?.remaining),
  };
}

function presentAttributes(toxic: Toxic): Record<string, unknown> {
  const added = new Set(toxic.type.added);
  return Object.fromEntries(
    Object.entries(toxic.attributes).filter(([name, value]) => !added.has(name) || isSet(value)),
  );
}

function isSet(value: string | number | boolean | Readonly<Record<string, string>>): boolean {
  return typeof value === "object" ? Object.keys(value).length > 0 : Boolean(value);
}

function remaining(milliseconds: number | undefined): Record<string, number> {
  return milliseconds === undefined ? {} : { expires_in: milliseconds };
}
