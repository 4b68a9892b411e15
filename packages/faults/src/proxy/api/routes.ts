import type { Metrics } from "../metrics.ts";
import type { ProxyCollection } from "../proxies/proxy-collection.ts";
import { readProxies, readProxy, readProxyChange } from "../proxies/read.ts";
import { readToxic, readToxicChange } from "../toxics/read.ts";
import { type Answer, errorFields, json, noContent } from "./answer.ts";
import { presentProxy, presentToxic, presentToxics } from "./present.ts";

/** The version of Toxiproxy whose API this is. */
export const spokenVersion = "2.12.0";

export type Route = (parts: readonly string[], body: Buffer) => Answer | Promise<Answer>;

interface Resource {
  readonly path: RegExp;
  readonly methods: Readonly<Record<string, Route>>;
}

/** Every route of Toxiproxy's API, version 2. */
export function createRoutes(proxies: ProxyCollection, metrics: Metrics): readonly Resource[] {
  const updateProxy: Route = async ([name = ""], body) =>
    json(presentProxy(await proxies.update(name, () => readProxyChange(body))));
  const updateToxic: Route = ([name = "", toxicName = ""], body) => {
    const { toxics } = proxies.get(name);
    const toxic = toxics.get(toxicName);
    toxics.update(toxic, readToxicChange(body, toxic));
    return json(presentToxic(toxic));
  };
  return [
    {
      path: /^\/reset$/,
      methods: {
        POST: async () => {
          await proxies.reset();
          return noContent;
        },
      },
    },
    {
      path: /^\/proxies$/,
      methods: {
        GET: () => json(Object.fromEntries(proxies.all().map((proxy) => [proxy.name, presentProxy(proxy)]))),
        POST: async (_parts, body) => json(presentProxy(await proxies.add(readProxy(body))), 201),
      },
    },
    { path: /^\/populate$/, methods: { POST: (_parts, body) => populate(proxies, body) } },
    {
      path: /^\/proxies\/([^/]+)$/,
      methods: {
        GET: ([name = ""]) => json(presentProxy(proxies.get(name))),
        POST: updateProxy,
        PATCH: updateProxy,
        DELETE: async ([name = ""]) => {
          await proxies.remove(name);
          return noContent;
        },
      },
    },
    {
      path: /^\/proxies\/([^/]+)\/toxics$/,
      methods: {
        GET: ([name = ""]) => json(presentToxics(proxies.get(name))),
        POST: ([name = ""], body) => {
          const proxy = proxies.get(name);
          return json(presentToxic(proxy.toxics.add(readToxic(body, proxy.protocol))));
        },
      },
    },
    {
      path: /^\/proxies\/([^/]+)\/toxics\/([^/]+)$/,
      methods: {
        GET: ([name = "", toxic = ""]) => json(presentToxic(proxies.get(name).toxics.get(toxic))),
        POST: updateToxic,
        PATCH: updateToxic,
        DELETE: ([name = "", toxicName = ""]) => {
          const { toxics } = proxies.get(name);
          toxics.remove(toxics.get(toxicName));
          return noContent;
        },
      },
    },
    {
      path: /^\/version$/,
      methods: {
        GET: () => ({
          status: 200,
          headers: { "Content-Type": "application/json;charset=utf-8" },
          body: `{"version": "${spokenVersion}"}\n`,
        }),
      },
    },
    { path: /^\/metrics$/, methods: { "*": async () => ({ status: 200, ...(await metrics.print()) }) } },
  ];
}

/** What was created is in the answer also when a later one failed. */
async function populate(proxies: ProxyCollection, body: Buffer): Promise<Answer> {
  let wanted;
  try {
    wanted = readProxies(body);
  } catch (error) {
    const fields = errorFields(error);
    return json({ ...fields, proxies: null }, fields.status);
  }
  const { proxies: made, failure } = await proxies.populate(wanted);
  const presented = made.length === 0 ? null : made.map(presentProxy);
  if (failure === undefined) return json({ proxies: presented }, 201);
  const fields = errorFields(failure);
  return json({ ...fields, proxies: presented }, fields.status);
}
