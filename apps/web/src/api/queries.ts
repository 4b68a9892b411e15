import { QueryClient } from "@tanstack/react-query";

/** Every answer of the server that pages hold. One for the program, so that fetching can begin before the page that shows it is there. */
export const queries = new QueryClient({
  defaultOptions: {
    // "always": whether the server answers is found out by asking. A browser that believes itself offline must not keep calls back, or
    // nobody would learn that they failed, nor see what is kept for that case.
    queries: { staleTime: 10_000, retry: 1, networkMode: "always" },
    mutations: { networkMode: "always" },
  },
});
