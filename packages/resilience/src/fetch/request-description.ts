/** What is known of a request before it is sent. */
export interface RequestDescription {
  readonly url: URL;
  /** In capitals, as GET. */
  readonly method: string;
  readonly headers: Headers;
}

export type FetchInput = Parameters<typeof globalThis.fetch>[0];

/** Settings that are a request themselves (`fetch(url, request)`) have theirs on the prototype, where copying them finds none. */
export function plainInit(
  input: FetchInput,
  init: RequestInit | undefined,
): [FetchInput, RequestInit | undefined] {
  const isPlain = init === undefined || init === null || Object.getPrototypeOf(init) === Object.prototype;
  return isPlain ? [input, init] : [new Request(input, init), undefined];
}

/** @throws TypeError when the address is none, as `fetch` does. */
export function describe(input: FetchInput, init: RequestInit | undefined): RequestDescription {
  const request = requestOf(input);
  const address = input instanceof URL || typeof input === "string" ? input : input.url;
  return {
    url: new URL(address, pageAddress()),
    method: (init?.method ?? request?.method ?? "GET").toUpperCase(),
    headers: new Headers(init?.headers ?? request?.headers),
  };
}

export function requestOf(input: FetchInput): Request | undefined {
  return typeof input === "string" || input instanceof URL ? undefined : input;
}

/** Whether it would leave the origin of the page that runs this. Outside a browser there is no page and no such thing. */
export function isCrossOrigin(url: URL): boolean {
  const page = pageAddress();
  return page !== undefined && new URL(page).origin !== url.origin;
}

function pageAddress(): string | undefined {
  const location: unknown = Reflect.get(globalThis, "location");
  const isLocation = typeof location === "object" && location !== null && "href" in location;
  return isLocation ? String(location.href) : undefined;
}
