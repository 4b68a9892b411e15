import type { Dispatcher } from "undici";

type RequestHeaders = Dispatcher.DispatchOptions["headers"];

/** One header of a request, by its lower-case name: undici takes an object, a flat list, or anything that gives pairs. */
export function findHeader(headers: RequestHeaders, name: string): unknown {
  return pairsOf(headers).find(([key]) => key.toLowerCase() === name)?.[1];
}

/** The same headers and one more. */
export function addHeader(headers: RequestHeaders, name: string, value: string): NonNullable<RequestHeaders> {
  if (headers === null || headers === undefined) return { [name]: value };
  if (Array.isArray(headers)) return [...headers, name, value];
  if (!(Symbol.iterator in headers)) return { ...headers, [name]: value };
  // A flat list, since a name may come twice.
  const given = pairsOf(headers).flatMap(([key, values]) =>
    [values].flat().flatMap((each) => [key, String(each)]),
  );
  return [...given, name, value];
}

function pairsOf(headers: RequestHeaders): readonly (readonly [string, unknown])[] {
  if (headers === null || headers === undefined) return [];
  if (!Array.isArray(headers)) return Symbol.iterator in headers ? [...headers] : Object.entries(headers);
  const pairs: (readonly [string, unknown])[] = [];
  for (let at = 0; at + 1 < headers.length; at += 2) pairs.push([String(headers[at]), headers[at + 1]]);
  return pairs;
}
