import { retrospectiveRoutes, type Comment } from "@morrow/contract/retrospectives";
import { useQuery } from "@tanstack/react-query";
import { answerKey } from "../../../api/answers.ts";
import { client } from "../../../api/client.ts";

const none: readonly Comment[] = [];

/** Every comment of a retrospective, oldest first. */
export function useComments(ref: string): readonly Comment[] {
  const { data } = useQuery({
    queryKey: answerKey(retrospectiveRoutes.comments, { params: { ref } }),
    queryFn: ({ signal }) => allOf(ref, signal),
  });
  return data ?? none;
}

async function allOf(ref: string, signal: AbortSignal): Promise<Comment[]> {
  const found: Comment[] = [];
  let cursor: string | null = null;
  do {
    const query: { limit: number; cursor?: string } = { limit: 200, ...(cursor === null ? {} : { cursor }) };
    const page: { items: Comment[]; next: string | null } = await client.call(
      retrospectiveRoutes.comments,
      { params: { ref }, query },
      { signal },
    );
    found.push(...page.items);
    cursor = page.next;
  } while (cursor !== null);
  return found;
}
