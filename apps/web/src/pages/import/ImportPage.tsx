import type { ImportResult } from "@morrow/contract/writeups";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { messageOf } from "../../api/problems.ts";
import { Button } from "../../components/Button.tsx";
import { PageHeader } from "../../components/PageHeader.tsx";
import { showToast } from "../../components/Toast.tsx";
import { announce } from "../../shell/announce.ts";
import { ChooseFiles } from "./ChooseFiles.tsx";
import type { DraftFile } from "./draft.ts";
import { FileList } from "./FileList.tsx";
import "./import.css";
import { Imported } from "./Imported.tsx";
import { Reading } from "./Reading.tsx";
import { send, useDrafts } from "./useDrafts.ts";

/** Original left, what was understood right; nothing is saved until it is accepted. */
export function Component() {
  const drafts = useDrafts();
  const cache = useQueryClient();
  const [shown, setShown] = useState<string | null>(null);
  const [progress, setProgress] = useState<{ done: number; of: number } | null>(null);
  const [results, setResults] = useState<readonly ImportResult[] | null>(null);
  const file = drafts.files.find((each) => each.path === shown) ?? drafts.files[0];

  const accept = async (files: readonly DraftFile[]) => {
    setProgress({ done: 0, of: files.length });
    try {
      const items = await send(files, false, (done) => setProgress({ done, of: files.length }));
      setResults(items);
      drafts.clear();
      announce(`${items.filter((item) => item.status === "imported").length} imported`);
      await cache.invalidateQueries();
    } catch (error) {
      showToast({
        title: messageOf(error) ?? "The import stopped",
        description: "What was imported before stays; sending the same files again adds only the rest.",
        tone: "danger",
      });
    } finally {
      setProgress(null);
    }
  };

  if (results !== null) return <Imported results={results} onMore={() => setResults(null)} />;
  return (
    <>
      <PageHeader
        title="Import write-ups"
        lead="Markdown retrospectives from wikis and repositories. You see what was understood before anything is saved, and what is uncertain is asked."
        actions={
          drafts.files.length === 0 ? undefined : (
            <Button kind="primary" busy={progress !== null} onClick={() => void accept(drafts.files)}>
              {progress === null
                ? `Import ${drafts.files.length === 1 ? "this file" : `all ${drafts.files.length} files`}`
                : `${progress.done} of ${progress.of}`}
            </Button>
          )
        }
      />
      <ChooseFiles compact={drafts.files.length > 0} onChosen={(chosen) => void drafts.add(chosen)} />
      {file === undefined ? null : (
        <div className="import-desk">
          <FileList files={drafts.files} shown={file.path} onShow={setShown} onRemove={drafts.remove} />
          <Reading key={file.path} file={file} onAnswer={(change) => void drafts.answer(file, change)} />
        </div>
      )}
    </>
  );
}
