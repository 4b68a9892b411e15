import { Readable } from "node:stream";
import { expect, test } from "vitest";

import { isIdempotent, isReplayable } from "./idempotency.ts";

const none = () => false;

test("methods, or a key", () => {
  expect(["GET", "head", "PUT", "DELETE", "OPTIONS"].every((method) => isIdempotent(method, none))).toBe(
    true,
  );
  expect(["POST", "PATCH", "CONNECT", "LOCK"].some((method) => isIdempotent(method, none))).toBe(false);
  expect(isIdempotent("POST", (name) => name === "idempotency-key")).toBe(true);
});

test("a body that is gone once it was sent cannot be sent again", () => {
  const generator = (async function* () {
    yield "x";
  })();
  for (const body of [new ReadableStream(), Readable.from(["x"]), generator])
    expect(isReplayable(body)).toBe(false);
  const again = [
    "x",
    undefined,
    null,
    new Uint8Array(1),
    new Blob(["x"]),
    new FormData(),
    new URLSearchParams("a=1"),
  ];
  for (const body of again) expect(isReplayable(body)).toBe(true);
});
