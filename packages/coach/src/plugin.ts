import type { VFile } from "vfile";
import { coach } from "./coach.ts";
import type { CoachOptions } from "./remark.ts";

/** Where each rule is explained. */
const guide = "https://github.com/morrow/morrow/blob/main/docs/guides/coach.md";

/**
 * unified plugin for remark and retext pipelines: adds one VFile message per remark, with `ruleId`, `source`
 * "morrow-coach", `place`, `actual` (the flagged words), `note` (the question) and `url`. `fatal` is always false:
 * the coach never stops a pipeline. The file's text is read as Markdown.
 */
export function remarkCoach(options: CoachOptions = {}): (tree: unknown, file: VFile) => void {
  return (_tree, file) => {
    for (const remark of coach(String(file), options)) {
      const message = file.message(remark.message, {
        place: { start: remark.start, end: remark.end },
        ruleId: remark.ruleId,
        source: "morrow-coach",
      });
      message.actual = remark.text;
      message.expected = [];
      message.note = remark.question;
      message.url = `${guide}#${remark.ruleId}`;
    }
  };
}

/** The same plugin under the name retext users look for. */
export const retextCoach = remarkCoach;
