/** Reads beside the page, so that no key press ever waits for the coach. */
import type { Part } from "./parts.ts";
import { questionsAbout } from "./questions.ts";

addEventListener("message", (event: MessageEvent<readonly Part[]>) => {
  for (const part of event.data) {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has none
    postMessage({ part, questions: questionsAbout(part) });
  }
});
