import { Failure, type Answer, type Input } from "@morrow/client";
import type { Route } from "@morrow/contract/route";
import type { z } from "zod";
import { client } from "../api/client.ts";
import { forgetKept, keepAnswer, keptAnswer } from "./kept.ts";

/** No answer, or one that says "not now": the server or the network is away. Trying again later is right. */
export function isAway(error: unknown): boolean {
  return error instanceof Failure && (error.status === 0 || error.status === 429 || error.status >= 500);
}

/** Asks the server and keeps the answer; while the server is away, answers with what was kept. @throws {Failure} */
export async function keptCall<
  P extends z.ZodType,
  Q extends z.ZodType,
  B extends z.ZodType,
  A extends z.ZodType,
>(
  route: Route<P, Q, B, A>,
  input: Input<Route<P, Q, B, A>>,
  signal: AbortSignal,
): Promise<Answer<Route<P, Q, B, A>>> {
  const key = `${route.id} ${JSON.stringify(input)}`;
  try {
    const answer = await client.call(route, input, { signal });
    void keepAnswer(key, answer);
    return answer;
  } catch (error) {
    // Signed out, on purpose or by time: what was kept is nobody's to read now.
    if (error instanceof Failure && error.status === 401) await forgetKept();
    if (!isAway(error) || route.answer === undefined) throw error;
    const kept = route.answer.safeParse((await keptAnswer(key))?.answer);
    if (!kept.success) throw error;
    // What the route's own schema accepts is an answer of that route.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what was kept was parsed by the same schema when it came
    return kept.data as Answer<Route<P, Q, B, A>>;
  }
}
