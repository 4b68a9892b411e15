/** The list's filters as they stand in the address. */
import {
  incidentKinds,
  incidentStates,
  severities,
  type IncidentKind,
  type IncidentState,
  type Severity,
} from "@morrow/domain/incidents";

export interface IncidentFilters {
  readonly text: string;
  readonly state: readonly IncidentState[];
  readonly severity: readonly Severity[];
  readonly kind: readonly IncidentKind[];
  readonly service: readonly string[];
  readonly tag: readonly string[];
  readonly team: string;
  /** First day and last day, both included; "" for open ends. */
  readonly from: string;
  readonly to: string;
  readonly needsRetrospective: boolean;
}

export const noFilters: IncidentFilters = {
  text: "",
  state: [],
  severity: [],
  kind: [],
  service: [],
  tag: [],
  team: "",
  from: "",
  to: "",
  needsRetrospective: false,
};

const day = /^\d{4}-\d{2}-\d{2}$/;
const uuid = /^[0-9a-f-]{36}$/i;

/** Anything in the address that is no filter is passed over: old and mistyped links still show a list. */
export function readFilters(params: URLSearchParams): IncidentFilters {
  const all = (name: string) => params.getAll(name).flatMap((value) => value.split(","));
  const one = (name: string, pattern: RegExp) => {
    const value = params.get(name) ?? "";
    return pattern.test(value) ? value : "";
  };
  const known = <Value extends string | number>(values: readonly Value[], name: string) =>
    values.filter((value) => all(name).includes(String(value)));
  return {
    text: (params.get("text") ?? "").slice(0, 200),
    state: known(incidentStates, "state"),
    severity: severities.filter((severity) =>
      all("severity").some((value) => value.replace(/^sev/i, "") === `${severity}`),
    ),
    kind: known(incidentKinds, "kind"),
    service: params.getAll("service").filter(Boolean),
    tag: params.getAll("tag").filter(Boolean),
    team: one("team", uuid),
    from: one("from", day),
    to: one("to", day),
    needsRetrospective: params.get("needsRetrospective") === "true",
  };
}

/** As values for {@link paths.incidents}: nothing stands in the address that filters nothing. */
export function filterValues(filters: IncidentFilters) {
  return { ...filters, severity: filters.severity.map(String) };
}

/** As the query of the API; its end is the first day that no longer counts. */
export function filterQuery(filters: IncidentFilters) {
  const { text, state, severity, kind, service, tag, team, from, to, needsRetrospective } = filters;
  const said = {
    text: text.trim() === "" ? undefined : text,
    state: list(state),
    severity: list(severity),
    kind: list(kind),
    service: list(service),
    tag: list(tag),
    team: team === "" ? undefined : team,
    after: from === "" ? undefined : from,
    before: to === "" ? undefined : dayAfter(to),
    needsRetrospective: needsRetrospective ? ("true" as const) : undefined,
  };
  return omitUndefined(said);
}

function list(values: readonly (string | number)[]): string | undefined {
  return values.length === 0 ? undefined : values.join(",");
}

type Said<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

function omitUndefined<T extends object>(values: T): Said<T> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- only the values that are set were kept
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Said<T>;
}

/** How many filters beyond the text are set, for the phone's button. */
export function countFilters(filters: IncidentFilters): number {
  const { state, severity, kind, service, tag, team, from, to, needsRetrospective } = filters;
  const lists = [state, severity, kind, service, tag].filter((values) => values.length > 0).length;
  return lists + [team !== "", from !== "" || to !== "", needsRetrospective].filter(Boolean).length;
}

function dayAfter(text: string): string {
  const date = new Date(`${text}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + 1);
  return date.toISOString().slice(0, 10);
}
