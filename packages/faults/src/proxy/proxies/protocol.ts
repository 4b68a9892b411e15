/** What a proxy speaks. `http` is for single requests that fail, on live connections too; `dns` answers by UDP and TCP. */
export type Protocol = "tcp" | "http" | "dns";

export function parseProtocol(text: string): Protocol | undefined {
  switch (text) {
    case "":
    case "tcp":
      return "tcp";
    case "http":
    case "dns":
      return text;
    default:
      return undefined;
  }
}
