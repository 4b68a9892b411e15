import type { Attachment } from "@morrow/contract/attachments";
import { imageSize } from "image-size";

import { Refusal } from "../../platform/http/refusal.ts";

export interface ImageFacts {
  type: Attachment["type"];
  /** Pixels, as the header says. */
  width: number;
  height: number;
}

/** How each format begins; a file is what its first bytes say, whatever its name or sender says. */
const signatures: readonly { type: Attachment["type"]; matches: (start: string) => boolean }[] = [
  { type: "image/png", matches: (start) => start.startsWith("89504e470d0a1a0a") },
  { type: "image/jpeg", matches: (start) => start.startsWith("ffd8ff") },
  { type: "image/gif", matches: (start) => /^47494638(?:37|39)61/.test(start) },
  // RIFF, four bytes of length, WEBP
  { type: "image/webp", matches: (start) => /^52494646.{8}57454250/.test(start) },
];

/** Type and size of an image, read from its bytes. @throws Refusal attachment.not_an_image */
export function readImage(bytes: Uint8Array): ImageFacts {
  const start = Buffer.from(bytes.subarray(0, 12)).toString("hex");
  const type = signatures.find((signature) => signature.matches(start))?.type;
  if (type === undefined) throw new Refusal("attachment.not_an_image");
  const size = sizeOf(bytes);
  if (size === null)
    throw new Refusal("attachment.not_an_image", {
      message: "This image is damaged: its size cannot be read. Nothing was saved.",
    });
  return { type, ...size };
}

function sizeOf(bytes: Uint8Array): { width: number; height: number } | null {
  try {
    const { width, height } = imageSize(bytes);
    return width > 0 && height > 0 ? { width, height } : null;
  } catch {
    // The library throws plain errors of many kinds for headers that are cut short; all mean the same here.
    return null;
  }
}
