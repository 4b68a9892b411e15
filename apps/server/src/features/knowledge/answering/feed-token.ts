import { knowledgeRoutes } from "@morrow/contract/knowledge";

/**
 * Feed readers cannot send headers, so for the feed alone an API token may stand in the address. The same request with
 * the token where tokens belong; every other request as it is. Session secrets are not taken from an address.
 */
export function withFeedToken(request: Request): Request {
  if (request.method !== "GET" || request.headers.has("authorization")) return request;
  const url = new URL(request.url);
  const token = url.searchParams.get("token");
  if (url.pathname !== knowledgeRoutes.feed.path || token === null || !/^mrt_[\w-]+$/.test(token))
    return request;
  const headers = new Headers(request.headers);
  headers.set("authorization", `Bearer ${token}`);
  return new Request(request.url, { headers });
}
