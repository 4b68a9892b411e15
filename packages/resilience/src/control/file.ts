import { readFileSync, statSync, watch, type FSWatcher } from "node:fs";
import { dirname, resolve } from "node:path";

import { faultPoints, type FaultPoints } from "../faults/fault-points.ts";
import type { FaultSource } from "../faults/fault-source.ts";
import type { FaultRule } from "../faults/rule.ts";
import { backgroundClock } from "../time/background-clock.ts";
import type { Timer } from "../time/clock.ts";
import { longestText, parseJsonRules } from "./parse-rules.ts";
import { RulesError } from "./rules-error.ts";
import type { FaultFeed } from "./fault-feed.ts";
import { warn, type OnProblem } from "./warn.ts";

export interface FileSettings {
  /** The usual ones unless policies were given their own. */
  readonly points?: FaultPoints;
  /** What is told of a file that makes no sense; the last rules that did stay in force. A warning of the process where absent. */
  readonly onProblem?: OnProblem;
  /** What is told when rules from the file came in force: none, when it is gone. */
  readonly onRules?: (rules: readonly FaultRule[]) => void;
}

/**
 * Puts the rules of a file in force, a JSON list, and follows its changes until this is closed. A file that is not there means
 * no faults. The folder must be there, and stay. Throws nothing and does not keep the process alive.
 */
export function faultsFromFile(path: string, settings: FileSettings = {}): FaultFeed {
  const file = new WatchedFile(resolve(path), settings);
  return { close: () => file.close(), [Symbol.dispose]: () => file.close() };
}

/** Between a change and the reading, in ms: a file is often written in several steps. */
const settling = 50;

class WatchedFile {
  readonly #path: string;
  readonly #source: FaultSource;
  readonly #settings: FileSettings;
  readonly #onProblem: OnProblem;
  #watcher: FSWatcher | undefined;
  #timer: Timer | undefined;
  /** What was read last; null for no file. Most changes in a folder are those of other files. */
  #seen: string | null | undefined;
  /** The last thing `onProblem` was told, until something could be read again. */
  #told: string | undefined;

  constructor(path: string, settings: FileSettings) {
    this.#path = path;
    this.#settings = settings;
    this.#onProblem = settings.onProblem ?? warn;
    this.#source = (settings.points ?? faultPoints).source(`file: ${path}`);
    this.#watch();
    this.#read();
  }

  close(): void {
    this.#watcher?.close();
    this.#timer?.stop();
    this.#source.clear();
  }

  /** The folder, not the file: a file that is replaced by another under its name is not the one that was watched. */
  #watch(): void {
    const failed = (error: unknown) =>
      this.#onProblem(
        new RulesError(
          "rules.unreadable",
          this.#path,
          `Its changes cannot be followed: ${reasonOf(error)}.`,
          error,
        ),
      );
    try {
      this.#watcher = watch(dirname(this.#path), { persistent: false }, () => this.#soon());
      this.#watcher.on("error", failed);
    } catch (error) {
      failed(error);
    }
  }

  #soon(): void {
    this.#timer ??= backgroundClock.start(settling, () => {
      this.#timer = undefined;
      this.#read();
    });
  }

  #read(): void {
    try {
      const text = textOf(this.#path);
      this.#told = undefined;
      if (text === this.#seen) return;
      this.#seen = text;
      this.#apply(text === null ? [] : parseJsonRules(text, this.#path));
    } catch (error) {
      if (!(error instanceof RulesError)) throw error;
      if (error.message !== this.#told) this.#onProblem(error);
      this.#told = error.message;
    }
  }

  #apply(rules: readonly FaultRule[]): void {
    this.#source.replace(rules);
    this.#settings.onRules?.(rules);
  }
}

/** Null when there is no file. Reads at once, beside no call: a file of rules is small, and a local one is read in a moment. */
function textOf(path: string): string | null {
  try {
    const found = statSync(path);
    if (!found.isFile()) throw new RulesError("rules.unreadable", path, "This is not a file.");
    if (found.size > longestText)
      throw new RulesError("rules.too_large", path, `More than ${longestText} bytes cannot be rules.`);
    return readFileSync(path, "utf8");
  } catch (error) {
    if (error instanceof RulesError) throw error;
    if (isMissing(error)) return null;
    throw new RulesError("rules.unreadable", path, `It cannot be read: ${reasonOf(error)}.`, error);
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ENOTDIR");
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
