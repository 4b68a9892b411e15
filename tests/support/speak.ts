import type { Route } from "@morrow/contract/route";

/** One call, as raw as it goes over the wire. */
export interface Spoken {
  params?: Record<string, string>;
  query?: Record<string, string>;
  body?: unknown;
  /** Instead of a JSON body. */
  bytes?: { type: string; body: string | Uint8Array<ArrayBuffer> };
  headers?: Record<string, string>;
}

/** Whatever takes requests: a test app without a socket, or `fetch` at a server's address. */
export type Door = (path: string, init: RequestInit) => Promise<Response>;

export function addressOf(route: Route, { params = {}, query = {} }: Spoken): string {
  const path = route.path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(params[name] ?? ""),
  );
  const asked = new URLSearchParams(query).toString();
  return asked === "" ? path : `${path}?${asked}`;
}

/** Says it exactly so: nothing is checked or added on the way. */
export async function speak(door: Door, route: Route, spoken: Spoken, secret?: string): Promise<Response> {
  const headers = new Headers(spoken.headers);
  if (secret !== undefined) headers.set("authorization", `Bearer ${secret}`);
  const init: RequestInit = { method: route.method.toUpperCase(), headers };
  if (spoken.bytes !== undefined) {
    if (!headers.has("content-type")) headers.set("content-type", spoken.bytes.type);
    init.body = spoken.bytes.body;
  } else if (route.method !== "get" && spoken.body !== undefined) {
    if (!headers.has("content-type")) headers.set("content-type", "application/json");
    init.body = JSON.stringify(spoken.body);
  }
  return door(addressOf(route, spoken), init);
}
