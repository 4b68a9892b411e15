import type { ImportResult } from "@morrow/contract/writeups";
import { writeupRoutes } from "@morrow/contract/writeups";
import { useState } from "react";
import { client } from "../../api/client.ts";
import type { DraftFile } from "./draft.ts";

const filesInARequest = 20;

/** The files on the desk: reading them again with each answer, asking where they stand, importing them at the end. */
export function useDrafts() {
  const [files, setFiles] = useState<readonly DraftFile[]>([]);

  const replace = (path: string, change: Partial<DraftFile>) =>
    setFiles((all) => all.map((file) => (file.path === path ? { ...file, ...change } : file)));

  const add = async (chosen: readonly { path: string; text: string }[]) => {
    const { readWriteups } = await import("@morrow/writeups");
    const added = chosen.map(({ path, text }): DraftFile => ({
      path,
      text,
      zone: "",
      answers: {},
      proposals: readWriteups({ path, text }),
      standing: null,
    }));
    const paths = new Set(added.map((file) => file.path));
    setFiles((all) => [...all.filter((file) => !paths.has(file.path)), ...added]);
    for (const result of await send(added, true)) {
      if (result.part === 0)
        replace(result.path, {
          standing: { status: result.status, ref: result.ref, message: result.message },
        });
    }
  };

  const answer = async (file: DraftFile, change: { zone?: string; answers?: DraftFile["answers"] }) => {
    const { readWriteups } = await import("@morrow/writeups");
    const next = { ...file, ...change };
    const zone = next.zone === "" ? {} : { zone: next.zone };
    replace(file.path, {
      ...change,
      proposals: readWriteups({ path: next.path, text: next.text, answers: next.answers, ...zone }),
    });
  };

  const remove = (path: string) => setFiles((all) => all.filter((file) => file.path !== path));

  return { files, add, answer, remove, clear: () => setFiles([]) };
}

/** Sends files in pieces; `progress` is told after each. */
export async function send(
  files: readonly DraftFile[],
  dryRun: boolean,
  progress: (done: number) => void = () => {},
): Promise<ImportResult[]> {
  const results: ImportResult[] = [];
  for (let at = 0; at < files.length; at += filesInARequest) {
    const piece = files.slice(at, at + filesInARequest);
    const body = {
      dryRun,
      files: piece.map(({ path, text, zone, answers }) => ({
        path,
        text,
        answers,
        ...(zone === "" ? {} : { zone }),
      })),
    };
    results.push(...(await client.call(writeupRoutes.import, { body })).items);
    progress(Math.min(at + filesInARequest, files.length));
  }
  return results;
}
