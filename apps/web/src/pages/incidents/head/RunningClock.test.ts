import { expect, it } from "vitest";
import { clockText } from "./RunningClock.tsx";

it.each([
  [0, "0:00:00"],
  [4 * 60 + 9, "0:04:09"],
  [26 * 3600 + 61, "26:01:01"],
  [5 * 86_400 + 2 * 3600, "5 d 02:00:00"],
])("%i s is %s", (seconds, text) => expect(clockText(seconds)).toBe(text));
