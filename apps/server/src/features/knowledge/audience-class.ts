import type { Audiences } from "@morrow/domain/people";

/** Coarse classes of readers; postings are kept apart by them. */
export const audienceClasses = { everyone: 0, members: 1, restricted: 2 } as const;
export type AudienceClass = (typeof audienceClasses)[keyof typeof audienceClasses];

/** The class of one document's audience. Anything unknown counts as restricted. */
export function classOf(audience: string): AudienceClass {
  if (audience === "everyone") return audienceClasses.everyone;
  return audience === "members" ? audienceClasses.members : audienceClasses.restricted;
}

/** What a reader may read: classes as a whole, and single restricted audiences by name. */
export interface Reach {
  readonly classes: readonly AudienceClass[];
  readonly restricted: readonly string[];
}

/** Translates a reader's audiences into what the index is asked for. */
export function reachOf(audiences: Audiences): Reach {
  if (audiences.kind === "all") return { classes: [0, 1, 2], restricted: [] };
  const classes = new Set(audiences.audiences.map(classOf));
  return {
    classes: [...classes].filter((one) => one !== audienceClasses.restricted).toSorted((a, b) => a - b),
    restricted: audiences.audiences.filter((audience) => classOf(audience) === audienceClasses.restricted),
  };
}
