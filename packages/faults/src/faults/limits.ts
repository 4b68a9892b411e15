import { z } from "zod";

import { FaultRefused } from "./refusal.ts";

/**
 * How far a fault may reach. Pure rules; the numbers of everybody who has a say are combined, and the tighter one wins.
 */

/** "50%" or 0.5 is 0.5. */
const share = z.union([
  z.number().gt(0).max(1),
  z
    .string()
    .regex(/^\d+(\.\d+)?%$/, "is no percentage such as 50%")
    .transform((text) => Number(text.slice(0, -1)) / 100)
    .refine((value) => value > 0 && value <= 1, "is not between 0% and 100%"),
]);

export const faultLimits = z.strictObject({
  /** At most so many targets. */
  count: z.int().min(1).optional(),
  /** At most this share of the selected processes. */
  share: share.optional(),
  /** At least so many of the selected processes stay untouched. Unless somebody says otherwise it is 1: never the last one. */
  spare: z.int().min(0).optional(),
});

export type FaultLimits = z.infer<typeof faultLimits>;

/** The limits that hold in the end. */
export interface EffectiveLimits {
  readonly count: number;
  readonly share: number;
  readonly spare: number;
}

/** How many of the selected processes are taken. */
export const take = z.union([
  z.int().min(1),
  z.literal("all"),
  z
    .string()
    .regex(/^\d+(\.\d+)?%$/, "is a number, a percentage such as 50%, or all")
    .refine(
      (text) => Number(text.slice(0, -1)) > 0 && Number(text.slice(0, -1)) <= 100,
      "is not between 0% and 100%",
    ),
]);

export type Take = z.infer<typeof take>;

/** A selection that finds more than this was not meant. */
export const widestSelection = 100;
const defaultCount = 10;
const defaultSpare = 1;
/** 57 % of 100 is 56.99999999999999 in floating point. */
const rounding = 1e-9;

/** The default longest duration, and the one that nobody can raise it above. */
export const defaultMaximumMs = 15 * 60 * 1000;
export const absoluteMaximumMs = 24 * 60 * 60 * 1000;

/** What holds when several have set limits: the least count, the least share, the most spared. */
export function tightest(all: readonly FaultLimits[]): EffectiveLimits {
  const said = (key: keyof FaultLimits): number[] => all.flatMap((limits) => limits[key] ?? []);
  return {
    count: Math.min(...(said("count").length > 0 ? said("count") : [defaultCount])),
    share: Math.min(1, ...said("share")),
    spare: Math.max(...(said("spare").length > 0 ? said("spare") : [defaultSpare])),
  };
}

/**
 * How many of the selected are taken.
 * @throws FaultRefused when that would be more than the limits let
 */
export function countToTake(wanted: Take, selected: number, limits: EffectiveLimits): number {
  if (selected === 0)
    throw new FaultRefused("selection.empty", "The selection finds no process. Nothing was touched.");
  if (selected > widestSelection)
    throw new FaultRefused(
      "selection.too-wide",
      `The selection finds ${selected} processes, more than ${widestSelection}. Narrow it.`,
    );
  const count = wantedCount(wanted, selected);
  if (count > selected)
    throw new FaultRefused(
      "selection.empty",
      `${count} processes are to be taken, and the selection finds ${selected}.`,
    );
  refuseTooMany(count, selected, limits);
  return count;
}

/** A percentage takes at least one, and otherwise rounds down. */
function wantedCount(wanted: Take, selected: number): number {
  if (wanted === "all") return selected;
  if (typeof wanted === "number") return wanted;
  return Math.max(1, Math.floor((Number(wanted.slice(0, -1)) / 100) * selected + rounding));
}

function refuseTooMany(count: number, selected: number, limits: EffectiveLimits): void {
  if (selected - count < limits.spare)
    throw new FaultRefused(
      "limit.last-healthy",
      `Taking ${count} of ${selected} would leave ${selected - count} untouched; ${limits.spare} must stay. Take fewer, or say limits: {spare: ${selected - count}}.`,
    );
  if (count > limits.count)
    throw new FaultRefused(
      "limit.blast-radius",
      `${count} targets are more than the limit of ${limits.count} (limits: {count}).`,
    );
  if (count > limits.share * selected + rounding)
    throw new FaultRefused(
      "limit.blast-radius",
      `${count} of ${selected} is more than the limit of ${limits.share * 100} % (limits: {share}).`,
    );
}

/** @throws FaultRefused when a fault would last longer than it may, or no time at all */
export function checkDuration(durationMs: number, maximumMs: number): void {
  const allowedMs = Math.min(maximumMs, absoluteMaximumMs);
  if (!(durationMs > 0))
    throw new FaultRefused("limit.duration", "A fault needs a duration of more than 0 seconds.");
  if (durationMs > allowedMs)
    throw new FaultRefused(
      "limit.duration",
      `${durationMs / 1000} s is longer than a fault may last here (${allowedMs / 1000} s; MORROW_MAX_DURATION, in seconds, sets it up to 24 h).`,
    );
}
