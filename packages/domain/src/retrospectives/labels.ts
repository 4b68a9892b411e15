import type { Described } from "../described.ts";
import type { RetrospectiveState } from "./vocabulary.ts";

export const retrospectiveStateLabels: Record<RetrospectiveState, Described> = {
  draft: { label: "Draft", description: "Being written; members can read it." },
  published: {
    label: "Published",
    description: "Everyone may read and learn from it; it can still be revised.",
  },
};
