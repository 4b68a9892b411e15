import { isDeepStrictEqual } from "node:util";

import { shown } from "../shown.ts";
import type { Outcome } from "./test-bench.ts";
import type { Load, Observed } from "./observe.ts";

/** What a policy promises its callers and its dependency. What is absent is not looked at. Durations are in ms. */
export interface Promises {
  /** Every call ends within this time, with an answer or an error: it fails fast. */
  readonly answersWithin?: number;
  /** Every call that the dependency did not answer itself got an answer instead: this one, or any. */
  readonly fallsBack?: true | { readonly to: unknown };
  /** One call asks the dependency no more often than this. */
  readonly attemptsAtMost?: number;
  /** While it fails, all calls together ask the dependency no more often than this for each of them: no retry storm. */
  readonly amplificationAtMost?: number;
  /** So long after the fault the dependency answers calls again. */
  readonly recoversWithin?: number;
  /** Where only calls with one key fail, the dependency answers those with others. */
  readonly isolatesKeys?: true;
}

export type PromiseName = keyof Promises | "answersWithoutFault";

export interface Judgement {
  readonly promise: PromiseName;
  readonly held: boolean;
  /** What was seen, in the promise's unit: ms, attempts, attempts for a call, or calls that did not get what was promised. */
  readonly measured: number;
  readonly why: string;
}

/** What of the promises held under one fault. */
export function judge(
  promises: Promises,
  { outcomes, attempts, amplification, recovered }: Observed,
  others: readonly Outcome[],
  wrongAnswer: { readonly value: unknown } | undefined,
  load: Load,
): readonly Judgement[] {
  const { answersWithin, fallsBack, attemptsAtMost, amplificationAtMost, recoversWithin, isolatesKeys } =
    promises;
  const judgements: Judgement[] = [];
  const say = (promise: PromiseName, held: boolean, measured: number, why: string) =>
    judgements.push({ promise, held, measured, why });
  if (answersWithin !== undefined) {
    // Upwards, so that what is shown of a broken promise is more than what was promised.
    const slowest = Math.ceil(Math.max(...outcomes.map(durationOf)) * 10) / 10;
    const why =
      slowest === Infinity
        ? `${count(outcomes, (outcome) => outcome.kind === "none")} had not ended after ${load.patience} ms: nothing bounds them`
        : `the slowest call ended after ${slowest} ms`;
    say("answersWithin", slowest <= answersWithin, slowest, why);
  }
  if (fallsBack !== undefined) {
    const bare = outcomes.filter((outcome) => !isCovered(outcome, fallsBack, wrongAnswer));
    say("fallsBack", bare.length === 0, bare.length, bareReason(bare, outcomes));
  }
  if (attemptsAtMost !== undefined)
    say(
      "attemptsAtMost",
      attempts <= attemptsAtMost,
      attempts,
      `one call asked the dependency ${times(attempts)}`,
    );
  if (amplificationAtMost !== undefined) {
    const rounded = Math.round(amplification * 100) / 100;
    const why = `${load.calls} calls asked the dependency ${rounded} times each`;
    say("amplificationAtMost", amplification <= amplificationAtMost, rounded, why);
  }
  if (recoversWithin !== undefined) {
    const why =
      recovered === Infinity
        ? `the dependency did not answer steadily within ${load.recovery} ms after the fault`
        : `the dependency answered steadily ${recovered} ms after the fault`;
    say("recoversWithin", recovered <= recoversWithin, recovered, why);
  }
  if (isolatesKeys !== undefined) {
    const suffered = others.filter(({ kind }) => kind !== "own");
    const why =
      suffered.length === 0
        ? "calls with other keys were answered"
        : `${suffered.length} of ${others.length} calls with other keys suffered: ${endOf(suffered[0])}`;
    say("isolatesKeys", suffered.length === 0, suffered.length, why);
  }
  return judgements;
}

function durationOf(outcome: Outcome): number {
  return outcome.kind === "none" ? Infinity : outcome.milliseconds;
}

function isCovered(
  outcome: Outcome,
  fallsBack: true | { readonly to: unknown },
  wrongAnswer: { readonly value: unknown } | undefined,
): boolean {
  if (outcome.kind === "own") return true;
  if (outcome.kind !== "stand-in") return false;
  if (wrongAnswer !== undefined && isDeepStrictEqual(outcome.answer, wrongAnswer.value)) return false;
  return fallsBack === true || isDeepStrictEqual(outcome.answer, fallsBack.to);
}

function bareReason(bare: readonly Outcome[], all: readonly Outcome[]): string {
  if (bare.length === 0) return "every call got an answer";
  return `${bare.length} of ${all.length} calls got nothing that was promised: ${endOf(bare[0])}`;
}

/** How a call ended, in words. */
export function endOf(outcome: Outcome | undefined): string {
  switch (outcome?.kind) {
    case undefined:
    case "none":
      return "it did not end";
    case "own":
      return "the dependency answered";
    case "stand-in":
      return `it was answered with ${shown(outcome.answer)}`;
    case "error": {
      const { error } = outcome;
      const failure = error instanceof Error && "failure" in error ? `, ${shown(error.failure)}` : "";
      return `it failed with ${shown(error)}${failure}`;
    }
  }
}

function count(outcomes: readonly Outcome[], which: (outcome: Outcome) => boolean): string {
  return `${outcomes.filter(which).length} of ${outcomes.length} calls`;
}

function times(number: number): string {
  return number === 1 ? "once" : `${number} times`;
}
