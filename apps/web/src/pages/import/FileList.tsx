import { X } from "lucide-react";
import { Badge } from "../../components/Badge.tsx";
import { IconButton } from "../../components/IconButton.tsx";
import { openQuestions, type DraftFile } from "./draft.ts";

interface FileListProps {
  files: readonly DraftFile[];
  shown: string;
  onShow: (path: string) => void;
  onRemove: (path: string) => void;
}

export function FileList({ files, shown, onShow, onRemove }: FileListProps) {
  return (
    <nav className="import-files" aria-label="Files">
      <ul>
        {files.map((file) => (
          <li key={file.path} className="import-file" data-shown={file.path === shown || undefined}>
            <button type="button" aria-current={file.path === shown} onClick={() => onShow(file.path)}>
              <span className="import-file-title">{file.proposals[0]?.title.value ?? file.path}</span>
              <span className="quiet mono">{file.path}</span>
              <Standing file={file} />
            </button>
            <IconButton
              label={`Leave out ${file.path}`}
              icon={<X size={16} aria-hidden="true" />}
              size="small"
              onClick={() => onRemove(file.path)}
            />
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Standing({ file }: { file: DraftFile }) {
  const open = openQuestions(file).length;
  return (
    <span className="cluster">
      {file.standing?.status === "known" ? (
        <Badge>already here{file.standing.ref === null ? "" : ` as ${file.standing.ref}`}</Badge>
      ) : null}
      {file.standing?.status === "refused" ? (
        <Badge tone="attention">{file.standing.message ?? "cannot be imported"}</Badge>
      ) : null}
      {open === 0 ? null : (
        <Badge tone="accent">
          {open} {open === 1 ? "question" : "questions"}
        </Badge>
      )}
      {file.proposals.length > 1 ? <Badge>{file.proposals.length} incidents</Badge> : null}
    </span>
  );
}
