import { FileText, FolderOpen } from "lucide-react";
import { useRef, useState, type DragEvent } from "react";
import { Button } from "../../components/Button.tsx";
import { showToast } from "../../components/Toast.tsx";
import { readFiles } from "./draft.ts";

interface ChooseFilesProps {
  /** A single line once there are files on the desk. */
  compact: boolean;
  onChosen: (chosen: { path: string; text: string }[]) => void;
}

export function ChooseFiles({ compact, onChosen }: ChooseFilesProps) {
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const take = async (list: FileList | null) => {
    const { chosen, left } = await readFiles([...(list ?? [])].filter(isText));
    if (left.length > 0) {
      showToast({
        title: `${left.length} ${left.length === 1 ? "file" : "files"} left out`,
        description: `${left.slice(0, 3).join(", ")}: larger than 5 MB, or not UTF-8. The command line takes other encodings.`,
      });
    }
    if (chosen.length > 0) onChosen(chosen);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    void take(event.dataTransfer.files);
  };
  return (
    <div
      className="import-choose"
      data-over={over || undefined}
      data-compact={compact || undefined}
      onDragOver={(event) => (event.preventDefault(), setOver(true))}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      {compact ? null : <p>Drop Markdown files here, or choose them.</p>}
      <div className="cluster">
        <Button icon={<FileText size={16} aria-hidden="true" />} onClick={() => files.current?.click()}>
          {compact ? "Add files" : "Choose files"}
        </Button>
        <Button icon={<FolderOpen size={16} aria-hidden="true" />} onClick={() => folder.current?.click()}>
          {compact ? "Add a folder" : "Choose a folder"}
        </Button>
      </div>
      <input
        ref={files}
        type="file"
        multiple
        hidden
        aria-label="Files"
        onChange={(event) => void take(event.currentTarget.files)}
      />
      <input
        ref={folder}
        type="file"
        multiple
        hidden
        aria-label="Folder"
        {...{ webkitdirectory: "" }}
        onChange={(event) => void take(event.currentTarget.files)}
      />
      {compact ? null : (
        <p className="quiet">
          In a terminal: <code>npx morrow import retrospectives/ --dry-run</code>
        </p>
      )}
    </div>
  );
}

/** A chosen folder holds images and more beside the write-ups; files without an ending may be write-ups too. */
function isText(file: File): boolean {
  return /\.(md|markdown|mdown|txt)$/i.test(file.name) || !file.name.includes(".");
}
