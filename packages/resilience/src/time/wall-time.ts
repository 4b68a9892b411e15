/** The time of day in ms since 1970, for what others say in dates. It can jump: durations are for the clock. */
export function wallTime(): number {
  return Date.now();
}
