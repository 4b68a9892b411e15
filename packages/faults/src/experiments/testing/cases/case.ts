/** An experiment that the original and Morrow must agree on, with what is around it. */
export interface RunCase {
  readonly name: string;
  /** In texts, `@HTTP@` stands for the origin of the test server, `@CLOSED@` for one where nobody listens. */
  readonly experiment: unknown;
  /** Further options of `run`. */
  readonly options?: readonly string[];
  readonly settings?: unknown;
  /** Files in the working folder, by name. */
  readonly files?: Readonly<Record<string, string>>;
  readonly environment?: Readonly<Record<string, string>>;
  /** Sent to the process once the file `ready` appears. */
  readonly signal?: NodeJS.Signals;
  /** Files whose content both must leave behind. */
  readonly leaves?: readonly string[];
  readonly needs?: "python" | "chaoslib";
}

type Fields = Readonly<Record<string, unknown>>;

export function experiment(fields: Fields): Fields {
  return { title: "A case", description: "For comparison", method: [], ...fields };
}

export function action(name: string, provider: Fields, more: Fields = {}): Fields {
  return { type: "action", name, provider, ...more };
}

export function probe(name: string, provider: Fields, more: Fields = {}): Fields {
  return { type: "probe", name, provider, ...more };
}

/** A line for the shell. */
export function sh(script: string, more: Fields = {}): Fields {
  return { type: "process", path: "sh", arguments: ["-c", script], ...more };
}

export function http(path: string, more: Fields = {}): Fields {
  return { type: "http", url: `@HTTP@${path}`, ...more };
}

/** A function of modules/morrow_case.py. */
export function python(func: string, more: Fields = {}): Fields {
  return { type: "python", module: "morrow_case", func, ...more };
}

export function hypothesis(...probes: Fields[]): Fields {
  return { title: "All is well", probes };
}

/** Met as long as there is no file `broken`. */
export const well = probe("well", sh("test ! -e broken"), { tolerance: 0 });
export const breaks = action("break", sh("touch broken"));
export const mends = action("mend", sh("rm -f broken"));
