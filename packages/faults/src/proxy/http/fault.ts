import { matchesPattern } from "../pattern.ts";

/** What happens to the responses of some requests. */
export interface HttpFault {
  /** In capitals; empty for every method. */
  readonly method: string;
  /** Pattern with `*` for the path without its query; empty for every path. */
  readonly path: string;
  /** 0 keeps the status. */
  readonly status: number;
  /** Set in the response; an empty value takes the header out. */
  readonly headers: Readonly<Record<string, string>>;
  /** Replaces the body; undefined keeps it. */
  readonly body: string | undefined;
  /** Milliseconds to wait before anything else. */
  readonly delay: number;
  /** Whether the server sees the request before its answer is changed or replaced. */
  readonly askUpstream: boolean;
}

export function appliesTo(fault: HttpFault, method: string, target: string): boolean {
  const path = target.split("?", 1)[0] ?? "";
  return (fault.method === "" || fault.method === method) && matchesPattern(fault.path, path);
}

/** Raw headers (name, value, name, value …) with those of the fault in place of theirs. */
export function changeHeaders(raw: readonly string[], fault: HttpFault): string[] {
  const replaced = new Set(Object.keys(fault.headers).map((name) => name.toLowerCase()));
  if (fault.body !== undefined)
    for (const name of ["content-length", "transfer-encoding", "content-encoding", "etag", "trailer"])
      replaced.add(name);
  const headers: string[] = [];
  for (let index = 0; index + 1 < raw.length; index += 2) {
    const name = raw[index] ?? "";
    if (!replaced.has(name.toLowerCase())) headers.push(name, raw[index + 1] ?? "");
  }
  for (const [name, value] of Object.entries(fault.headers)) if (value !== "") headers.push(name, value);
  if (fault.body !== undefined) headers.push("Content-Length", String(Buffer.byteLength(fault.body)));
  return headers;
}
