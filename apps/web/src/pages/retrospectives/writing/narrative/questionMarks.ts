/** Soft lines under the words that the coach asks about; they move with the text until it has been read again. */
import { StateEffect, StateField, type Extension, type Range } from "@codemirror/state";
import { Decoration, EditorView, type DecorationSet } from "@codemirror/view";
import type { Question } from "../../coaching/questions.ts";

interface Marks {
  readonly questions: readonly Question[];
  readonly active: string | null;
}

const setMarks = StateEffect.define<Marks>();

const marks = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(set, transaction) {
    for (const effect of transaction.effects)
      if (effect.is(setMarks)) return decorate(effect.value, transaction.newDoc.length);
    return transaction.docChanged ? set.map(transaction.changes) : set;
  },
  provide: (field) => EditorView.decorations.from(field),
});

function decorate({ questions, active }: Marks, length: number): DecorationSet {
  const ranges: Range<Decoration>[] = questions
    .filter(({ from, to }) => from < to && to <= length)
    .map(({ id, from, to }) =>
      Decoration.mark({
        class: id === active ? "cm-question cm-question-active" : "cm-question",
        question: id,
      }).range(from, to),
    );
  return Decoration.set(ranges, true);
}

/** @param onLook told when the caret stands in such words */
export function questionMarks(onLook: (question: string) => void): Extension {
  return [
    marks,
    EditorView.updateListener.of((update) => {
      if (!update.selectionSet || update.docChanged) return;
      const at = update.state.selection.main.head;
      update.state.field(marks).between(at, at, (_from, _to, { spec }) => {
        const question: unknown = Reflect.get(Object(spec), "question");
        if (typeof question === "string") onLook(question);
        return false;
      });
    }),
  ];
}

export function showMarks(view: EditorView, shown: Marks): void {
  view.dispatch({ effects: setMarks.of(shown) });
}
