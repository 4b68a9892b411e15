import type { WriteupProposal } from "../proposal/proposal.ts";
import type { ReadInput } from "../proposal/question.ts";
import { readWriteup } from "./readWriteup.ts";

/** Like `readWriteup`, for a file that may hold several incidents: one proposal each, in the order of the document. */
export function readWriteups(input: ReadInput): WriteupProposal[] {
  return [readWriteup(input)];
}
