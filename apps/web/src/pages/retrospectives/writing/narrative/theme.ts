/** How Markdown looks while it is written. Tokens of the page reach into the editor, which lives in a shadow root of its own. */
import { HighlightStyle, syntaxHighlighting } from "@codemirror/language";
import { EditorView } from "@codemirror/view";
import { tags } from "@lezer/highlight";

const look = EditorView.theme({
  "&": {
    backgroundColor: "var(--paper-raised)",
    color: "var(--ink)",
    borderRadius: "var(--radius)",
    border: "1px solid var(--line-control)",
  },
  "&.cm-focused": { outline: "2px solid var(--accent)", outlineOffset: "-1px", borderColor: "transparent" },
  ".cm-scroller": {
    fontFamily: "var(--font-reading)",
    fontSize: "1.0625rem",
    lineHeight: "1.65",
    overflowX: "hidden",
  },
  ".cm-content": { padding: "var(--s4) 0", minHeight: "14rem", caretColor: "var(--accent)" },
  ".cm-line": { padding: "0 var(--s5)" },
  ".cm-placeholder": { color: "var(--ink-3)" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground": {
    backgroundColor: "var(--mark)",
  },
  ".cm-cursor": { borderLeftColor: "var(--accent)", borderLeftWidth: "2px" },
  ".cm-question": { borderBottom: "2px dotted var(--accent)" },
  ".cm-question-active": { backgroundColor: "var(--accent-soft)" },
  ".cm-panels": { backgroundColor: "var(--paper-sunken)", color: "var(--ink)" },
});

const words = HighlightStyle.define([
  { tag: tags.heading, fontFamily: "var(--font-ui)", fontWeight: "640", fontSize: "1.05em" },
  { tag: tags.strong, fontWeight: "640" },
  { tag: tags.emphasis, fontStyle: "italic" },
  { tag: tags.strikethrough, textDecoration: "line-through" },
  { tag: tags.monospace, fontFamily: "var(--font-mono)", fontSize: "0.86em" },
  { tag: tags.link, color: "var(--accent)" },
  { tag: tags.url, color: "var(--ink-3)", fontFamily: "var(--font-mono)", fontSize: "0.82em" },
  { tag: tags.quote, color: "var(--ink-2)" },
  { tag: [tags.processingInstruction, tags.contentSeparator], color: "var(--ink-3)" },
  { tag: tags.comment, color: "var(--ink-3)", fontSize: "0.82em" },
]);

export const narrativeTheme = [look, syntaxHighlighting(words)];
