import {
  type Dictionary,
  get,
  isDictionary,
  isList,
  isTruthy,
  pythonText,
  type Value,
} from "../values/index.ts";

/** What can be named in a document: the configuration, and behind it the secrets. */
export interface Variables {
  readonly configuration: Dictionary;
  /** A mapping of mappings: the names that count are those of the second level. */
  readonly secrets: Dictionary;
}

/** A secret on the first level makes Chaos Toolkit stop with a TypeError at the first name that it must look up there. */
export class SubstitutionFailed extends Error {
  override readonly name = "SubstitutionFailed";
}

/**
 * Puts variables in, as Chaos Toolkit does (chaoslib.substitute, which is Python's string.Template): `$name`, `${name}`, and `$$` for a
 * dollar. Goes into lists and dictionaries, not into their keys. A string that is nothing but `${name}` becomes the variable with its
 * type; elsewhere variables are written as Python's `str` does. Names that nobody knows, and stray dollars, stay as they are.
 */
export function substitute(data: Value, variables: Variables): Value {
  if (typeof data === "string") return substituteText(data, variables);
  if (!isTruthy(data)) return data;
  if (isList(data)) return data.map((item) => substitute(item, variables));
  if (isDictionary(data))
    return Object.fromEntries(
      Object.entries(data).map(([key, value]) => [key, substitute(value, variables)]),
    );
  return data;
}

/** Identifiers are ASCII (string.Template.idpattern since Python 3.7). */
const placeholder = /\$(?:\$|([_A-Za-z][_A-Za-z0-9]*)|\{([_A-Za-z][_A-Za-z0-9]*)\})/g;
/** A text that is one placeholder, or one dollar. Chaos Toolkit looks up a name for all of these, if only one in braces has any. */
const alone = /^\$(?:\{([_A-Za-z][_A-Za-z0-9]*)\}|\$|[_A-Za-z][_A-Za-z0-9]*)?$/;

function substituteText(text: string, variables: Variables): Value {
  const only = alone.exec(text);
  const value = only === null ? undefined : lookUp(only[1] ?? null, variables);
  if (value !== undefined) return value;
  return text.replace(placeholder, (match: string, plain?: string, braced?: string) => {
    const wanted = plain ?? braced;
    if (wanted === undefined) return "$";
    const found = lookUp(wanted, variables);
    return found === undefined ? match : pythonText(found);
  });
}

/** The variable, or undefined. @throws SubstitutionFailed */
function lookUp(name: string | null, { configuration, secrets }: Variables): Value | undefined {
  const configured = name === null ? undefined : get(configuration, name);
  if (configured !== undefined) return configured;
  for (const [group, members] of Object.entries(secrets)) {
    if (!isDictionary(members))
      throw new SubstitutionFailed(
        `The secret "${group}" stands on the first level; no name can be looked up in it. Put secrets into a group: {"secrets": {"group": {"${group}": …}}}.`,
      );
    const secret = name === null ? undefined : get(members, name);
    if (secret !== undefined) return secret;
  }
  return undefined;
}
