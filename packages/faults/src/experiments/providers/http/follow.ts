import type { RawAnswer } from "./exchange.ts";
import { type PreparedRequest, readUrl, UnusableRequest } from "./prepare.ts";

const redirects = [301, 302, 303, 307, 308];
/** As many as the requests library follows. */
const most = 30;

/** Follows redirects as the requests library does: 301 to 303 become GET, logins stay with their host, cookies are sent back. */
export async function follow(
  first: PreparedRequest,
  send: (request: PreparedRequest) => Promise<RawAnswer>,
): Promise<RawAnswer> {
  const cookies = new Map<string, Map<string, string>>();
  let request = first;
  for (let followed = 0; ; followed += 1) {
    const answer = await send(request);
    const location = headerOf(answer.headers, "location");
    if (location === null || !redirects.includes(answer.status)) return answer;
    if (followed === most) throw new UnusableRequest(`Exceeded ${most} redirects.`);
    keepCookies(cookies, request.url, answer);
    request = redirected(request, answer.status, location, cookies);
  }
}

export function headerOf(headers: Readonly<Record<string, string>>, lowerCaseName: string): string | null {
  const found = Object.entries(headers).find(([name]) => name.toLowerCase() === lowerCaseName);
  return found?.[1] ?? null;
}

function redirected(
  request: PreparedRequest,
  status: number,
  location: string,
  cookies: Map<string, Map<string, string>>,
): PreparedRequest {
  if (!URL.canParse(location, request.url.href))
    throw new UnusableRequest(`Invalid redirect to '${location}'.`);
  const url = readUrl(new URL(location, request.url.href).href);
  if (url.hash === "") url.hash = request.url.hash;
  const keepsBody = status === 307 || status === 308;
  const dropped = new Set(["cookie"]);
  if (!keepsBody)
    for (const name of ["content-length", "content-type", "transfer-encoding"]) dropped.add(name);
  if (stripsLogin(request.url, url)) dropped.add("authorization");
  const headers = Object.fromEntries(
    Object.entries(request.headers).filter(([name]) => !dropped.has(name.toLowerCase())),
  );
  const kept = cookies.get(url.hostname);
  if (kept !== undefined && kept.size > 0)
    headers["Cookie"] = [...kept].map(([name, value]) => `${name}=${value}`).join("; ");
  return {
    method: redirectedMethod(request.method, status),
    url,
    headers,
    body: keepsBody ? request.body : null,
  };
}

function redirectedMethod(method: string, status: number): string {
  if ((status === 303 || status === 302) && method !== "HEAD") return "GET";
  return status === 301 && method === "POST" ? "GET" : method;
}

/** Another host, or a worse connection, must not see the login; from http to https on the usual ports it stays. */
function stripsLogin(from: URL, to: URL): boolean {
  if (from.hostname !== to.hostname) return true;
  if (from.protocol === "http:" && to.protocol === "https:" && from.port === "" && to.port === "")
    return false;
  return from.protocol !== to.protocol || from.port !== to.port;
}

function keepCookies(cookies: Map<string, Map<string, string>>, url: URL, answer: RawAnswer): void {
  for (const line of answer.setCookies) {
    const match = /^\s*([^=;\s]+)=([^;]*)/.exec(line);
    if (match === null) continue;
    const [, name = "", value = ""] = match;
    const ofHost = cookies.get(url.hostname) ?? new Map<string, string>();
    if (/;\s*max-age=(?:0|-\d+)\b/i.test(line)) ofHost.delete(name);
    else ofHost.set(name, value.trim());
    cookies.set(url.hostname, ofHost);
  }
}
