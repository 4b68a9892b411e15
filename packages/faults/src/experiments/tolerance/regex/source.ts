import { PatternFailed } from "./failure.ts";

/** A pattern being read, code point by code point. */
export class Source {
  readonly #characters: readonly string[];
  #at = 0;

  constructor(pattern: string) {
    this.#characters = Array.from(pattern);
  }

  get at(): number {
    return this.#at;
  }

  set at(at: number) {
    this.#at = at;
  }

  get done(): boolean {
    return this.#at >= this.#characters.length;
  }

  /** The character here, or an empty text at the end. */
  peek(ahead = 0): string {
    return this.#characters[this.#at + ahead] ?? "";
  }

  next(): string {
    const character = this.peek();
    this.#at += 1;
    return character;
  }

  take(text: string): boolean {
    const length = Array.from(text).length;
    if (this.#characters.slice(this.#at, this.#at + length).join("") !== text) return false;
    this.#at += length;
    return true;
  }

  /** Up to `most` characters of that form. */
  takeWhile(form: RegExp, most = Infinity): string {
    let taken = "";
    let count = 0;
    while (count < most && !this.done && form.test(this.peek())) {
      taken += this.next();
      count += 1;
    }
    return taken;
  }

  until(end: string, what: string): string {
    let taken = "";
    while (!this.done && this.peek() !== end) taken += this.next();
    if (!this.take(end)) throw this.invalid(`${what} does not end`);
    return taken;
  }

  invalid(because: string): PatternFailed {
    return new PatternFailed(
      "invalid",
      `The pattern ${this.#characters.join("")} can't be read at character ${Math.min(this.#at, this.#characters.length)}: ${because}.`,
    );
  }

  untranslatable(what: string): PatternFailed {
    return new PatternFailed(
      "untranslatable",
      `The pattern ${this.#characters.join("")} uses ${what}, which Morrow can't search for.`,
    );
  }
}
