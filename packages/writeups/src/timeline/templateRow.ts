/** Rows and values that a template left behind: `YYYY-MM-DD`, `HH:MM`, `<describe what happened>`, `TBD`, `...`. */
const placeholder =
  /^(?:[\s*_`|.…-]*|<[^<>]{0,200}>|\[[^\]]{0,200}\]|\{\{?[^{}]{0,200}\}?\}|_[^_]{0,200}_|tbd|todo|n\/a|none|xxx+|lorem ipsum.*|(?:what happened|description|event|add (?:more )?(?:rows|events|entries).*|example.*|insert .*|describe .*|\.{3}|…))$/i;

const template = /\b(?:YYYY|HH:MM|hh:mm|MM\/DD|DD\/MM|dd\/mm|yyyy|XX:XX|xx:xx|00:00:00 ?- ?00:00:00)\b/;

export function isPlaceholder(text: string): boolean {
  return placeholder.test(text.trim());
}

/** True for a row whose time or text was never filled in. */
export function isTemplateRow(time: string, text: string): boolean {
  if (template.test(time) || (template.test(text) && text.length < 80)) return true;
  return isPlaceholder(text) && isPlaceholder(time.replace(/\?+/g, ""));
}
