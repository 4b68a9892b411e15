/** One timer of the system. It may ring a little early: whoever needs a time waits on for what is left of it. */
export interface SystemTimer {
  stop(): void;
  /** Whether the process stays alive for it. It does unless told otherwise; browsers have no such thing. */
  hold(alive: boolean): void;
}

/** The longest delay a timer of the system can count, in ms (2³¹ − 1: about 24.8 days); a longer one would ring at once. */
const longest = 2_147_483_647;

/**
 * Timers of the system count whole ms. They are asked for those, and the rest of less than one is waited for turn by turn of the event
 * loop, where there is a way to: so a timer rings within a fraction of a ms of its time, and not up to one and a half after it.
 */
export function startSystemTimer(milliseconds: number, ring: () => void): SystemTimer {
  if (typeof setImmediate !== "function") return timeoutOf(Math.ceil(milliseconds), ring);
  return milliseconds < 1 ? nextTurn(ring) : timeoutOf(Math.floor(milliseconds), ring);
}

function nextTurn(ring: () => void): SystemTimer {
  const immediate = setImmediate(ring);
  return {
    stop: () => clearImmediate(immediate),
    hold: (alive) => void (alive ? immediate.ref() : immediate.unref()),
  };
}

function timeoutOf(milliseconds: number, ring: () => void): SystemTimer {
  const timeout: Timeout = setTimeout(ring, Math.min(milliseconds, longest));
  return {
    stop: () => clearTimeout(timeout),
    hold: (alive) => void (alive ? timeout.ref?.() : timeout.unref?.()),
  };
}

/** Node gives an object that can let the process end, browsers a number. */
type Timeout = ReturnType<typeof setTimeout> & Partial<Pick<NodeJS.Timeout, "ref" | "unref">>;
