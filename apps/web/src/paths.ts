/** Every address of the interface, built in one place. References go in as people write them: "INC-142", "CM-12". */

/** Values of a query string; empty ones are left out, lists repeat the key. */
export type QueryValues = Readonly<Record<string, string | number | boolean | readonly string[] | undefined>>;

/** @returns "?a=1&b=2" or "" when nothing is set; keys keep their order so that addresses stay comparable */
export function queryString(values: QueryValues): string {
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries(values)) {
    if (value === undefined || value === "" || value === false) continue;
    if (typeof value === "object") for (const part of value) query.append(key, part);
    else query.append(key, String(value));
  }
  const text = query.toString();
  return text === "" ? "" : `?${text}`;
}

const segment = encodeURIComponent;

export const paths = {
  home: () => "/",
  incidents: (filters: QueryValues = {}) => `/incidents${queryString(filters)}`,
  incident: (reference: string) => `/incidents/${segment(reference)}`,
  retrospective: (incident: string) => `/incidents/${segment(incident)}/retrospective`,
  editRetrospective: (incident: string) => `/incidents/${segment(incident)}/retrospective/edit`,
  retrospectives: (filters: QueryValues = {}) => `/retrospectives${queryString(filters)}`,
  countermeasures: (filters: QueryValues = {}) => `/countermeasures${queryString(filters)}`,
  countermeasure: (reference: string) => `/countermeasures/${segment(reference)}`,
  search: (q?: string, filters: QueryValues = {}) => `/search${queryString({ q, ...filters })}`,
  importWriteUps: () => "/import",
  people: () => "/people",
  teams: () => "/people/teams",
  policy: () => "/settings/policy",
  tokens: () => "/account/tokens",
  /** @param next where to go afterwards; only a path of this site is kept */
  signIn: (next?: string) =>
    `/sign-in${queryString({ next: next !== undefined && isOwnPath(next) ? next : undefined })}`,
  setUp: () => "/set-up",
  invitation: (token: string) => `/invitations/${segment(token)}`,
  kit: () => "/kit",
} as const;

/** True for a path inside this site; "//host", "/\\host" and other schemes are not. */
export function isOwnPath(text: string): boolean {
  return /^\/(?![/\\])/.test(text);
}

/** Patterns for the router, beside the builders so that neither changes alone. */
export const patterns = {
  incidents: "/incidents",
  incident: "/incidents/:reference",
  retrospective: "/incidents/:reference/retrospective",
  editRetrospective: "/incidents/:reference/retrospective/edit",
  retrospectives: "/retrospectives",
  countermeasures: "/countermeasures",
  countermeasure: "/countermeasures/:reference",
  search: "/search",
  importWriteUps: "/import",
  people: "/people",
  teams: "/people/teams",
  policy: "/settings/policy",
  tokens: "/account/tokens",
  signIn: "/sign-in",
  setUp: "/set-up",
  invitation: "/invitations/:token",
  kit: "/kit",
} as const;
