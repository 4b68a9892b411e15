import { attachmentRoutes } from "@morrow/contract/attachments";
import type { Evidence as Piece } from "@morrow/contract/timeline";
import { ExternalLink, Gauge } from "lucide-react";
import { client } from "../../../api/client.ts";

export interface Picture {
  readonly url: string;
  readonly label: string;
}

/** The images among pieces of evidence, as they can be shown. */
export function picturesOf(evidence: readonly Piece[]): Picture[] {
  return evidence.flatMap((piece) =>
    piece.kind === "image"
      ? [
          {
            url: client.address(attachmentRoutes.show, { params: { id: piece.attachmentId } }),
            label: piece.label === "" ? "Image" : piece.label,
          },
        ]
      : [],
  );
}

export function Evidence({
  evidence,
  onOpen,
}: {
  evidence: readonly Piece[];
  onOpen: (pictures: readonly Picture[], index: number) => void;
}) {
  if (evidence.length === 0) return null;
  const pictures = picturesOf(evidence);
  return (
    <div className="incident-evidence">
      {pictures.map((picture, index) => (
        <button
          key={picture.url}
          type="button"
          className="incident-thumbnail"
          aria-label={`Open ${picture.label}`}
          onClick={() => onOpen(pictures, index)}
        >
          <img src={picture.url} alt={picture.label} loading="lazy" decoding="async" />
        </button>
      ))}
      {evidence.map((piece) => {
        switch (piece.kind) {
          case "image":
            return null;
          case "link":
            return (
              <a
                key={piece.url}
                className="incident-evidence-link"
                href={piece.url}
                target="_blank"
                rel="noreferrer"
              >
                <ExternalLink size={14} aria-hidden="true" />
                {piece.label === "" ? piece.url : piece.label}
              </a>
            );
          case "metric":
            return (
              <span key={`${piece.label} ${piece.value}`} className="incident-evidence-link">
                <Gauge size={14} aria-hidden="true" />
                {piece.label}: <strong>{piece.value}</strong>
                {piece.url === null ? null : (
                  <a href={piece.url} target="_blank" rel="noreferrer">
                    open
                  </a>
                )}
              </span>
            );
        }
      })}
    </div>
  );
}
