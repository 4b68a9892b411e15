import { useEffect, useMemo, useRef, useState } from "react";
import type { Part } from "./parts.ts";
import type { Question } from "./questions.ts";

interface Read {
  readonly part: Part;
  readonly questions: readonly Question[];
}

/** A pause in typing before the coach reads again, ms. */
const pauseMs = 250;

/**
 * What the coach would ask about these fields, in reading order. Fields are read one by one beside the page; a field that changed keeps
 * its earlier questions, as far as their words still stand, until it has been read again.
 */
export function useQuestions(parts: readonly Part[]): readonly Question[] {
  const [reads, setReads] = useState<ReadonlyMap<string, Read>>(new Map());
  const asked = useRef(new Map<string, string>());
  const worker = useRef<Worker | null>(null);
  useEffect(() => {
    const made = new Worker(new URL("worker.ts", import.meta.url), { type: "module" });
    const known = asked.current;
    made.addEventListener("message", (event: MessageEvent<Read>) =>
      setReads((before) => new Map(before).set(event.data.part.key, event.data)),
    );
    worker.current = made;
    return () => {
      made.terminate();
      worker.current = null;
      known.clear();
    };
  }, []);
  useEffect(() => {
    const timer = setTimeout(() => {
      const wanted = parts.filter((part) => asked.current.get(part.key) !== part.text);
      for (const part of wanted) asked.current.set(part.key, part.text);
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has none
      if (wanted.length > 0) worker.current?.postMessage(wanted);
    }, pauseMs);
    return () => clearTimeout(timer);
  }, [parts]);
  return useMemo(() => parts.flatMap((part) => standing(part, reads.get(part.key))), [parts, reads]);
}

function standing(part: Part, read: Read | undefined): readonly Question[] {
  if (read === undefined) return [];
  if (read.part.text === part.text) return read.questions;
  return read.questions.flatMap((question) => {
    const from = part.text.indexOf(question.words, Math.max(0, question.from - 400));
    return from < 0 || question.words === "" ? [] : [{ ...question, from, to: from + question.words.length }];
  });
}
