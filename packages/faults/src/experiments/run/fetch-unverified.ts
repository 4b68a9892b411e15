import { exchange } from "../providers/http/exchange.ts";

/** `fetch` for --no-verify-tls, as far as loading an experiment needs it: the built-in one always verifies. */
export const fetchUnverified: typeof fetch = async (input, init) => {
  const url = new URL(input instanceof Request ? input.url : input);
  const headers = Object.fromEntries(new Headers(init?.headers));
  const answer = await exchange(
    { method: "GET", url, headers, body: null },
    {
      connectTimeout: null,
      readTimeout: null,
      verifyTls: false,
      authorities: null,
      environment: process.env,
      signal: init?.signal ?? new AbortController().signal,
    },
  );
  return new Response(new Uint8Array(answer.body), { status: answer.status, headers: answer.headers });
};
