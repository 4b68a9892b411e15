import { Markdown } from "../../../components/Markdown.tsx";

/** Whether Markdown would show it as it stands: most entries are a plain sentence, and hundreds of them scroll by in a second. */
export function isPlain(text: string): boolean {
  return !/[*_`#<>[\]|~\\&!\n]|https?:|www\.|^\s*(?:[-+]|\d+[.)])\s|^\s{4}|@\S+\.\S/.test(text);
}

export function EventBody({ source }: { source: string }) {
  if (source.trim() === "") return null;
  if (isPlain(source)) return <p className="incident-event-plain">{source}</p>;
  return <Markdown source={source} lines={Math.min(6, 1 + Math.floor(source.length / 90))} />;
}
