import type { AsyncLocalStorage } from "node:async_hooks";

import type { Call } from "./policy/call.ts";

/** The call that surrounds the running code, where the platform can tell: in Node and what is like it, not in browsers. */
const storage = makeStorage<Call>();

/** Undefined where the platform cannot tell what surrounds running code. */
export function makeStorage<T>(): AsyncLocalStorage<T> | undefined {
  const hooks = globalThis.process?.getBuiltinModule?.("node:async_hooks");
  return hooks === undefined ? undefined : new hooks.AsyncLocalStorage<T>();
}

export function surroundingCall(): Call | undefined {
  return storage?.getStore();
}

/** Runs the work so that calls it makes, however deep, find `call` around them. */
export function within<T>(call: Call, work: (call: Call) => T): T {
  return storage === undefined ? work(call) : storage.run(call, work, call);
}
