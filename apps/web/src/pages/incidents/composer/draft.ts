/** What stands in the composer, kept per incident until it is sent: neither a reload nor another page loses a half-written entry. */

const prefix = "morrow draft ";

export function readDraft(incident: string): string {
  try {
    return localStorage.getItem(prefix + incident) ?? "";
  } catch {
    return "";
  }
}

export function keepDraft(incident: string, text: string): void {
  try {
    if (text === "") localStorage.removeItem(prefix + incident);
    else localStorage.setItem(prefix + incident, text);
  } catch {
    // Storage is refused or full; the text is still in the field.
  }
}
