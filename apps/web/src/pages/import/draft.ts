import type { Answers, WriteupProposal } from "@morrow/writeups";

/** A file that was chosen, with what was understood of it and what the person answered. Nothing of it is saved. */
export interface DraftFile {
  path: string;
  text: string;
  zone: string;
  answers: Answers;
  proposals: WriteupProposal[];
  /** What an import would say: new, already here, or refused with a reason. Null while it is being asked. */
  standing: { status: "imported" | "known" | "refused"; ref: string | null; message: string | null } | null;
}

export const maximumFileBytes = 5_000_000;

/** Reads what is on disk. Files that are not UTF-8 are for the command line, which carries bytes. */
export async function readFiles(
  files: readonly File[],
): Promise<{ chosen: { path: string; text: string }[]; left: string[] }> {
  const chosen: { path: string; text: string }[] = [];
  const left: string[] = [];
  for (const file of files) {
    const path = file.webkitRelativePath === "" ? file.name : file.webkitRelativePath;
    const text = file.size > maximumFileBytes ? null : await decode(file);
    if (text === null) left.push(path);
    else chosen.push({ path, text });
  }
  return { chosen, left };
}

async function decode(file: File): Promise<string | null> {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(await file.arrayBuffer());
  } catch {
    return null;
  }
}

/** Everything still open in a file, once each. */
export function openQuestions(file: DraftFile) {
  const seen = new Map(
    file.proposals.flatMap((proposal) => proposal.questions).map((question) => [question.id, question]),
  );
  return [...seen.values()];
}
