import { existsSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";

/** The files that a page links to, directly or by a page that it links to, as paths from `root`; the page itself is not among them. */
export function linkedFiles(root: string, page: string): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (from: string) => {
    for (const target of relativeLinks(readFileSync(join(root, from), "utf8"))) {
      const path = normalize(join(dirname(from), target));
      if (path === page || found.has(path)) continue;
      if (!existsSync(join(root, path))) throw new Error(`${from} links to ${target}, which is not there.`);
      found.add(path);
      if (path.endsWith(".md")) visit(path);
    }
  };
  visit(page);
  return found;
}

/** The targets of a Markdown page's links and images to files beside it, without their fragments. */
function relativeLinks(markdown: string): readonly string[] {
  const text = markdown.replaceAll(/^```.*?^```/gms, "");
  const targets = Array.from(text.matchAll(/\]\(\s*<?([^)\s>]+)/g), ([, target = ""]) => target);
  return targets
    .filter((target) => !/^([a-z][a-z\d+.-]*:|#|\/)/i.test(target))
    .map((target) => decodeURI(target.split("#", 1)[0] ?? ""));
}
