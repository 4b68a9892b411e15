/** The narrative as Markdown in CodeMirror. In a chunk of its own: only who writes needs it. It lives in a shadow root, where its style sheets
    are adopted instead of added as elements, which the content security policy refuses. */
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import {
  deleteMarkupBackward,
  insertNewlineContinueMarkup,
  markdownLanguage,
} from "@codemirror/lang-markdown";
import { EditorState } from "@codemirror/state";
import { drawSelection, EditorView, keymap, placeholder } from "@codemirror/view";
import { useEffect, useMemo, useRef } from "react";
import { usePart, useWriting, type PartHandle } from "../WritingContext.ts";
import { imageDrops, type SendImage } from "./images.ts";
import { questionMarks, showMarks } from "./questionMarks.ts";
import { narrativeTheme } from "./theme.ts";

export interface NarrativeEditorProps {
  readonly value: string;
  readonly onValueChange: (value: string) => void;
  readonly onBlur: () => void;
  readonly sendImage: SendImage;
  readonly label: string;
  readonly hint: string;
}

export default function NarrativeEditor({
  value,
  onValueChange,
  onBlur,
  sendImage,
  label,
  hint,
}: NarrativeEditorProps) {
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | null>(null);
  const { questionsOf, active, activate } = useWriting();
  const questions = questionsOf("narrative");
  const latest = useRef({ value, onValueChange, onBlur, sendImage, activate });
  useEffect(() => {
    latest.current = { value, onValueChange, onBlur, sendImage, activate };
  });

  useEffect(() => {
    const element = host.current;
    if (element === null) return;
    const root = element.shadowRoot ?? element.attachShadow({ mode: "open" });
    const made = new EditorView({
      root,
      parent: root,
      state: EditorState.create({
        doc: latest.current.value,
        extensions: [
          history(),
          drawSelection(),
          markdownLanguage,
          EditorView.lineWrapping,
          placeholder(hint),
          keymap.of([
            { key: "Enter", run: insertNewlineContinueMarkup },
            { key: "Backspace", run: deleteMarkupBackward },
            ...defaultKeymap,
            ...historyKeymap,
          ]),
          EditorView.contentAttributes.of({
            "aria-label": label,
            spellcheck: "true",
            autocapitalize: "sentences",
          }),
          narrativeTheme,
          questionMarks((question) => latest.current.activate(question)),
          imageDrops((image) => latest.current.sendImage(image)),
          EditorView.domEventHandlers({ blur: () => latest.current.onBlur() }),
          EditorView.updateListener.of((update) => {
            if (update.docChanged) latest.current.onValueChange(update.state.doc.toString());
          }),
        ],
      }),
    });
    view.current = made;
    return () => {
      made.destroy();
      view.current = null;
    };
  }, [label, hint]);

  useEffect(() => {
    if (view.current !== null) replaceText(view.current, value);
  }, [value]);
  useEffect(() => {
    if (view.current !== null) showMarks(view.current, { questions, active });
  }, [questions, active]);

  const handle = useMemo(
    (): PartHandle => ({
      focus: (from, to) => {
        const editor = view.current;
        if (editor === null) return;
        const length = editor.state.doc.length;
        editor.focus();
        editor.dispatch({
          selection: { anchor: Math.min(from, length), head: Math.min(to, length) },
          effects: EditorView.scrollIntoView(Math.min(from, length), { y: "center" }),
        });
      },
      top: (at) => {
        const editor = view.current;
        if (editor === null) return null;
        const place = Math.min(at, editor.state.doc.length);
        return editor.coordsAtPos(place)?.top ?? editor.documentTop + editor.lineBlockAt(place).top;
      },
    }),
    [],
  );
  usePart("narrative", handle);

  useEffect(() => {
    const element = host.current;
    // To the page, the shadow root looks like no field: keys typed in it must not be taken for shortcuts.
    const keep = (event: KeyboardEvent) => {
      if (!event.ctrlKey && !event.metaKey) event.stopPropagation();
    };
    element?.addEventListener("keydown", keep);
    return () => element?.removeEventListener("keydown", keep);
  }, []);
  return <div ref={host} className="retro-narrative" data-part="narrative" />;
}

/** Brings text from elsewhere in, touching only what differs, so that the caret stays where it was. */
function replaceText(view: EditorView, next: string): void {
  const now = view.state.doc.toString();
  if (now === next) return;
  let from = 0;
  while (from < now.length && from < next.length && now[from] === next[from]) from += 1;
  let end = 0;
  while (end < now.length - from && end < next.length - from && now.at(-1 - end) === next.at(-1 - end))
    end += 1;
  view.dispatch({ changes: { from, to: now.length - end, insert: next.slice(from, next.length - end) } });
}
