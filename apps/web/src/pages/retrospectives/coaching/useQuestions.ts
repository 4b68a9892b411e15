import { useEffect, useMemo, useRef, useState } from "react";
import type { Part } from "./parts.ts";
import type { Question } from "./questions.ts";

interface Read {
  readonly part: Part;
  readonly questions: readonly Question[];
}

const none: readonly Question[] = [];

/** A pause in typing before the coach reads again, ms. */
const pauseMs = 250;

/**
 * What the coach would ask about these fields, in reading order. Fields are read one by one beside the page; a field that changed keeps
 * its earlier questions until it has been read again, which is a quarter of a second after the last key press.
 * @returns the questions, and whether the coach has read anything yet
 */
export function useQuestions(parts: readonly Part[]): { questions: readonly Question[]; read: boolean } {
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
  // The same list again while somebody types, so that hundreds of cards are not drawn anew at each key press.
  const keys = parts.map(({ key }) => key).join("\n");
  const questions = useMemo(
    () => keys.split("\n").flatMap((key) => reads.get(key)?.questions ?? none),
    [keys, reads],
  );
  return { questions, read: reads.size > 0 };
}
