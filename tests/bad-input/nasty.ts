import * as fc from "fast-check";

/** Text that has broken programs before: of SQL, paths, markup, Unicode, dates, zones, numbers and prototypes. */
export const nastyTexts = [
  "",
  " ",
  "\u0000",
  "a\u0000b",
  "\uD800",
  "x\uDFFFy",
  "\u202Eabc",
  "e\u0301".repeat(50),
  "'; drop table incident; --",
  "' or '1'='1",
  "$1",
  "%_\\",
  "../../../etc/passwd",
  "..%2f..%2fetc%2fpasswd",
  "C:\\windows\\system32",
  "/dev/null",
  "<script>alert(1)</script>",
  '"><img src=x onerror=alert(1)>',
  "[x](javascript:alert(1))",
  "{{7*7}}",
  "${7*7}",
  "__proto__",
  "constructor",
  "toString",
  "null",
  "true",
  "-1",
  "0",
  "1e309",
  "NaN",
  "9007199254740993",
  "99999999999999999999",
  "INC-0",
  "INC-99999999999999999999",
  "INC-999999999",
  "inc-1",
  "CM-0",
  "CM-999999999",
  "INC-1 or 1=1",
  "00000000-0000-0000-0000-000000000000",
  "ffffffff-ffff-ffff-ffff-ffffffffffff",
  "01890000-0000-7000-8000-00000000000g",
  "2026-02-30",
  "2026-13-01",
  "0000-00-00",
  "-000001-01-01",
  "+275760-09-14",
  "1900-01-01",
  "2200-12-31",
  "2026-02-30T10:00:00Z",
  "2026-03-29T02:30:00",
  "2026-05-01T25:00:00Z",
  "2026-05-01T10:00:00+99:99",
  "0000-01-01T00:00:00Z",
  "9999-12-31T23:59:59.999999999Z",
  "Mars/Olympus",
  "Europe/../Berlin",
  "+25:00",
  "UTC",
  "https://",
  "javascript:alert(1)",
  "data:text/html,x",
  "http://[::1",
  "eyJhIjoxfQ",
  "WyIwMDAwLTAxLTAxVDAwOjAwOjAwWiIsIjAxODkwMDAwLTAwMDAtNzAwMC04MDAwLTAwMDAwMDAwMDAwMCJd",
  "WzFlMzA4LDFd",
  "WzkwMDcxOTkyNTQ3NDA5OTEsMV0",
  "W251bGxd",
  "x".repeat(300),
  "ﷺ".repeat(70),
] as const;

export const nastyText = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...nastyTexts) },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 80 }) },
);

const nastyNumbers = [
  0,
  -1,
  -0,
  0.5,
  1e21,
  2 ** 31,
  2 ** 53,
  -(2 ** 53),
  1e308,
  2_147_483_648,
  4_294_967_296,
];

/** Values of every kind of JSON, mostly of the wrong one. */
export const nastyValue: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 3, arbitrary: nastyText },
  fc.constantFrom<unknown>(null, true, false, [], {}, [[]], [null], { a: 1 }),
  fc.constantFrom(...nastyNumbers),
  fc.constantFrom<unknown>(
    JSON.parse('{"__proto__": {"admin": true}}'),
    JSON.parse('{"constructor": {"prototype": {"x": 1}}}'),
    deep(200),
    Array.from({ length: 1_000 }, () => "x"),
  ),
  fc.array(nastyText, { maxLength: 3 }),
  fc.dictionary(nastyText, nastyText, { maxKeys: 3 }),
);

/** Lists in lists in lists. */
export function deep(levels: number): unknown {
  let value: unknown = "bottom";
  for (let level = 0; level < levels; level += 1) value = [value];
  return value;
}
