/** A word and the sentence that says what it means here. */
export interface Described {
  label: string;
  description: string;
}
