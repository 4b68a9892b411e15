/** Everything between the coach and the fields: which questions there are, which one is looked at, and the way to its words. */
import type { Countermeasure } from "@morrow/contract/countermeasures";
import type { RuleId } from "@morrow/coach";
import type { RetrospectiveDocument } from "@morrow/domain/retrospectives";
import { useCallback, useMemo, useRef, useState } from "react";
import { measurePart, partsOf } from "../coaching/parts.ts";
import type { Question } from "../coaching/questions.ts";
import { useQuestions } from "../coaching/useQuestions.ts";
import { applySetAside } from "./applySetAside.ts";
import type { PartHandle, Writing } from "./WritingContext.ts";

const none: readonly Question[] = [];

export function useCoaching(
  document: RetrospectiveDocument,
  measures: readonly Countermeasure[],
  idea: string,
  change: (update: (document: RetrospectiveDocument) => RetrospectiveDocument) => void,
) {
  const handles = useRef(new Map<string, PartHandle>());
  const [active, setActive] = useState<string | null>(null);
  const [forNow, setForNow] = useState<ReadonlySet<string>>(new Set());
  const parts = useMemo(
    () => [
      ...partsOf(document),
      ...measures
        .filter(({ state }) => state !== "declined" && state !== "superseded")
        .map(({ ref, title }) => measurePart(ref, title)),
      ...(idea.trim() === "" ? [] : [measurePart("new", idea)]),
    ],
    [document, measures, idea],
  );
  const { questions: all, read } = useQuestions(parts);
  const questions = useMemo(() => all.filter(({ id }) => !forNow.has(id)), [all, forNow]);
  const byPart = useMemo(() => Map.groupBy(questions, ({ part }) => part), [questions]);
  const register = useCallback((part: string, handle: PartHandle) => {
    handles.current.set(part, handle);
    return () => {
      if (handles.current.get(part) === handle) handles.current.delete(part);
    };
  }, []);
  const writing = useMemo(
    (): Writing => ({
      questionsOf: (part) => byPart.get(part) ?? none,
      active,
      activate: setActive,
      register,
    }),
    [byPart, active, register],
  );
  const go = useCallback((question: Question) => {
    setActive(question.id);
    handles.current.get(question.part)?.focus(question.from, question.to);
  }, []);
  const topOf = useCallback(
    (question: Question) => handles.current.get(question.part)?.top(question.from) ?? null,
    [],
  );
  const setAside = useCallback(
    (question: Question, ruleId: RuleId, reason: string) => {
      if (reason === "") setForNow((before) => new Set([...before, question.id]));
      else change((before) => applySetAside(before, question, ruleId, reason));
      setActive(null);
    },
    [change],
  );
  const step = (by: 1 | -1) => {
    const index = questions.findIndex(({ id }) => id === active);
    const next = questions.at(index < 0 ? (by > 0 ? 0 : -1) : (index + by) % questions.length);
    if (next !== undefined) go(next);
  };
  return { read, questions, active, writing, go, topOf, setAside, step };
}
