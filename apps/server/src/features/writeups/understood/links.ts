import type { Link } from "@morrow/contract/incidents";
import type { WriteupProposal } from "@morrow/writeups";

import { clip, oneLine } from "./clip.ts";

/** The text keeps all of its links; beside it the first ones are enough. */
const mostLinks = 30;
const longestAddress = 2_000;

/** Where the write-up was published, its tickets, then what else it points to; each address once. */
export function linksOf(proposal: WriteupProposal): Link[] {
  const { frontMatter, tickets, links } = proposal;
  const found: Link[] = [
    ...addresses([frontMatter?.url]).map((url): Link => ({
      kind: "document",
      url,
      label: "Published write-up",
    })),
    ...addresses([frontMatter?.archive_url]).map((url): Link => ({
      kind: "document",
      url,
      label: "Archived copy",
    })),
    ...addresses(tickets).map((url): Link => ({ kind: "ticket", url, label: "" })),
    ...links.flatMap(({ url, text }) =>
      addresses([url]).map((address): Link => ({
        kind: "other",
        url: address,
        label: clip(oneLine(text), 200),
      })),
    ),
  ];
  return [...Map.groupBy(found, (link) => link.url).values()]
    .flatMap(([first]) => first ?? [])
    .slice(0, mostLinks);
}

/** Only what may be shown as a link. */
export function addresses(given: readonly (string | undefined)[]): string[] {
  return given.filter(
    (url): url is string =>
      url !== undefined && url.length <= longestAddress && /^https?:\/\/\S+$/i.test(url) && URL.canParse(url),
  );
}
