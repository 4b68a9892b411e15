import type { IncidentKind, Severity } from "@morrow/domain/incidents";

/** What was typed into the declaring sheet so far. */
export interface Declaration {
  readonly title: string;
  readonly severity: Severity;
  readonly services: readonly string[];
  readonly tags: readonly string[];
  readonly kind: IncidentKind;
  readonly scheduled: boolean;
  readonly restricted: boolean;
  /** As typed: "14:05", "20 min ago". */
  readonly started: string;
}

const key = "morrow declaration";

const blank: Declaration = {
  title: "",
  severity: 3,
  services: [],
  tags: [],
  kind: "incident",
  scheduled: false,
  restricted: false,
  started: "",
};

/** Only the words are brought back; the choices are quickly made again, and a stale "restricted" would be a trap. */
export function readDeclaration(): Declaration {
  try {
    return { ...blank, title: sessionStorage.getItem(key) ?? "" };
  } catch {
    return blank;
  }
}

export function keepDeclaration({ title }: Declaration): void {
  try {
    sessionStorage.setItem(key, title);
  } catch {
    // Storage is refused; the sheet itself still holds it.
  }
}

export function forgetDeclaration(): void {
  keepDeclaration(blank);
}
