export type ProxyEventDetails = Readonly<Record<string, string | number>>;

const warnings = new Set([
  "api-open-to-all",
  "api-reachable-from-outside",
  "proxy-reachable-from-outside",
  "config-failed",
]);

/** Things that whoever started the proxy should look at. */
export function isWarning(event: string): boolean {
  return warnings.has(event);
}

/** One line for a person. */
export function describeProxyEvent(event: string, details: ProxyEventDetails): string {
  const say = (name: string) => String(details[name] ?? "");
  switch (event) {
    case "api-started":
      return `The fault proxy listens for its API at ${say("url")} (seed ${say("seed")}).`;
    case "api-open-to-all":
      return `WARNING: anybody who reaches ${say("url")} can open ports on this machine and pass data through them. Give --token, or listen on 127.0.0.1.`;
    case "api-reachable-from-outside":
      return `WARNING: the API at ${say("url")} can be reached from other machines, with the token.`;
    case "proxy-reachable-from-outside":
      return `WARNING: proxy ${say("proxy")} at ${say("listen")} can be reached from other machines.`;
    case "proxy-started":
      return `proxy ${say("proxy")}: ${say("listen")} → ${say("upstream")}`;
    case "proxy-stopped":
      return `proxy ${say("proxy")}: stopped`;
    case "proxy-expired":
      return `proxy ${say("proxy")}: removed, its lease was not renewed`;
    case "toxic-expired":
      return `proxy ${say("proxy")}: toxic ${say("toxic")} removed, its lease was not renewed`;
    case "upstream-unreachable":
      return `proxy ${say("proxy")}: can't reach ${say("upstream")}: ${say("because")}`;
    case "config-populated":
      return `${say("proxies")} proxies from ${say("config")}`;
    case "config-failed":
      return `WARNING: ${say("config")} was not used in full: ${say("because")}`;
    default:
      return `${event} ${JSON.stringify(details)}`;
  }
}
