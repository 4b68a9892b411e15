/** Entities of HTML that prose is written with. The full table weighs 12 KB, for names that no retrospective holds. */
const entities: Readonly<Record<string, string>> = Object.fromEntries(
  (
    "amp& lt< gt> quot\" apos' nbsp\u00A0 ndash\u2013 mdash\u2014 hellip\u2026 lsquo\u2018 rsquo\u2019 ldquo\u201C rdquo\u201D laquo\u00AB raquo\u00BB " +
    "bdquo\u201E sbquo\u201A bull\u2022 middot\u00B7 copy\u00A9 reg\u00AE trade\u2122 deg\u00B0 plusmn\u00B1 times\u00D7 divide\u00F7 micro\u00B5 euro\u20AC pound\u00A3 " +
    "larr\u2190 rarr\u2192 uarr\u2191 darr\u2193 le\u2264 ge\u2265 ne\u2260 shy\u00AD zwnj\u200C ensp\u2002 emsp\u2003 thinsp\u2009 " +
    "auml\u00E4 ouml\u00F6 uuml\u00FC Auml\u00C4 Ouml\u00D6 Uuml\u00DC szlig\u00DF aacute\u00E1 eacute\u00E9 iacute\u00ED oacute\u00F3 uacute\u00FA agrave\u00E0 egrave\u00E8 " +
    "acirc\u00E2 ecirc\u00EA ocirc\u00F4 ccedil\u00E7 ntilde\u00F1 aring\u00E5 aelig\u00E6 oslash\u00F8"
  )
    .split(" ")
    .map((entry) => [entry.slice(0, -1), entry.slice(-1)]),
);

/** Stands for the package of the same name, which reads Markdown's entities: what it does not know stays as it is written. */
export function decodeNamedCharacterReference(name: string): string | false {
  return Object.hasOwn(entities, name) ? (entities[name] ?? false) : false;
}
