/** Longest quotation that a comment takes, as the contract has it. */
const longest = 500;

/** The words that are selected inside an element, in a text field or on the page; empty when there are none. */
export function selectedWords(within: Element | null): string {
  const field = document.activeElement;
  if (within === null || field === null) return "";
  if ((field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement) && within.contains(field))
    return shortened(field.value.slice(field.selectionStart ?? 0, field.selectionEnd ?? 0));
  const selection = document.getSelection();
  const inside = selection?.anchorNode != null && within.contains(selection.anchorNode);
  return inside ? shortened(selection.toString()) : "";
}

function shortened(words: string): string {
  return words.trim().slice(0, longest);
}
