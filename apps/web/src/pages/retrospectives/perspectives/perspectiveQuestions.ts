export type PerspectiveField = "saw" | "knew" | "did" | "madeSense";

/** Four questions, in the order in which memory comes back. */
export const perspectiveQuestions: readonly {
  readonly field: PerspectiveField;
  readonly label: string;
  readonly hint: string;
}[] = [
  {
    field: "saw",
    label: "What I saw",
    hint: "Screens, messages, alerts, people: what reached you, and about when.",
  },
  { field: "knew", label: "What I knew", hint: "And what you took for granted, or did not know then." },
  { field: "did", label: "What I did", hint: "Also what you decided to leave alone." },
  {
    field: "madeSense",
    label: "Why it made sense",
    hint: "What made it the reasonable thing at that moment?",
  },
];
