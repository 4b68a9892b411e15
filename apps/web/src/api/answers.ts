import type { Answer, CallOptions, Failure, Input } from "@morrow/client";
import type { Route } from "@morrow/contract/route";
import {
  keepPreviousData,
  useMutation,
  useQuery,
  useQueryClient,
  type QueryKey,
  type UseMutationResult,
  type UseQueryOptions,
  type UseQueryResult,
} from "@tanstack/react-query";
import type { z } from "zod";

import { keptCall } from "../kept/keptCall.ts";
import { client } from "./client.ts";

/** Key of an answer in the cache: route id first, so that all answers of a route can be refreshed together. */
export function answerKey(route: Pick<Route, "id">, input?: object): QueryKey {
  const [word = "", ...rest] = route.id.split(".");
  return input === undefined ? [word, ...rest] : [word, ...rest, input];
}

interface AnswerOptions {
  enabled?: boolean;
  /** Milliseconds for which an answer counts as fresh. */
  staleTime?: number;
  /** Keeps the answer on this device and gives it again while the server or the network is away. */
  kept?: boolean;
  /** Shows the previous answer while another one is on its way (filters, typing). */
  keepPrevious?: boolean;
}

/** How an answer is fetched and kept; errors are {@link Failure}s. For fetching ahead of the page that shows it. */
export function answerQuery<
  P extends z.ZodType,
  Q extends z.ZodType,
  B extends z.ZodType,
  A extends z.ZodType,
>(
  route: Route<P, Q, B, A>,
  input: Input<Route<P, Q, B, A>>,
  options: AnswerOptions = {},
): UseQueryOptions<Answer<Route<P, Q, B, A>>, Failure> {
  return {
    queryKey: answerKey(route, input),
    queryFn: ({ signal }) =>
      options.kept === true ? keptCall(route, input, signal) : client.call(route, input, { signal }),
    retry: (count, failure) => count < 2 && failure.status === 0,
    ...(options.enabled === undefined ? {} : { enabled: options.enabled }),
    ...(options.staleTime === undefined ? {} : { staleTime: options.staleTime }),
    ...(options.keepPrevious === true ? { placeholderData: keepPreviousData } : {}),
  };
}

/** Asks once and keeps the answer. */
export function useAnswer<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, A extends z.ZodType>(
  route: Route<P, Q, B, A>,
  input: Input<Route<P, Q, B, A>>,
  options: AnswerOptions = {},
): UseQueryResult<Answer<Route<P, Q, B, A>>, Failure> {
  return useQuery(answerQuery(route, input, options));
}

/** Says something to the server; afterwards the answers of the named words are asked again. */
export function useCall<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, A extends z.ZodType>(
  route: Route<P, Q, B, A>,
  refreshes: readonly string[] = [route.id.split(".")[0] ?? ""],
): UseMutationResult<
  Answer<Route<P, Q, B, A>>,
  Failure,
  Input<Route<P, Q, B, A>> & { options?: CallOptions }
> {
  const cache = useQueryClient();
  return useMutation({
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what remains beside the options is the input
    mutationFn: ({ options, ...input }) => client.call(route, input as Input<Route<P, Q, B, A>>, options),
    onSuccess: () => Promise.all(refreshes.map((word) => cache.invalidateQueries({ queryKey: [word] }))),
  });
}
