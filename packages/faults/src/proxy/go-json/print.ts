/** A value that has its own way to be printed, such as a float32. */
export class Float32 {
  readonly #value: number;

  constructor(value: number) {
    this.#value = value;
  }

  /** The shortest decimal that reads as the same float32: 0.1, not 0.10000000149011612. */
  toJSON(): number {
    for (let digits = 1; digits <= 9; digits += 1) {
      const short = Number(this.#value.toPrecision(digits));
      if (Math.fround(short) === this.#value) return short;
    }
    return this.#value;
  }
}

/** JSON as Go prints it: `<`, `>` and `&` are escaped. */
export function printGoJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
