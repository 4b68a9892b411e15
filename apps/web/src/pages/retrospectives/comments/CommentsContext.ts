import type { DocumentSectionId } from "@morrow/domain/retrospectives";
import { createContext } from "react";

/** What the sections of the editor need to offer their comments. */
export interface Comments {
  /** Open threads about a section. */
  readonly openIn: (section: DocumentSectionId) => number;
  /** Shows the comments of a section, and begins one about these words when there are any. */
  readonly show: (section: DocumentSectionId, quote: string) => void;
}

/** Null where nothing can be commented. */
export const CommentsContext = createContext<Comments | null>(null);
