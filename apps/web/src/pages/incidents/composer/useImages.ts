import { imageTypes, maximumImageBytes } from "@morrow/contract/attachments";
import { useEffect, useRef, useState } from "react";
import { showToast } from "../../../components/Toast.tsx";
import { newKey } from "../../../outbox/entry.ts";

export interface ComposerImage {
  readonly key: string;
  readonly name: string;
  readonly blob: File;
  /** Address of the preview. */
  readonly url: string;
}

/** Images pasted, dropped or chosen, until the entry is sent. */
export function useImages() {
  const [images, setImages] = useState<readonly ComposerImage[]>([]);
  const shown = useRef<readonly ComposerImage[]>([]);
  useEffect(() => {
    shown.current = images;
  });
  useEffect(() => () => shown.current.forEach(({ url }) => URL.revokeObjectURL(url)), []);

  function add(files: Iterable<File>): boolean {
    const accepted = [...files].filter(accept);
    if (accepted.length === 0) return false;
    const added = accepted.map((blob) => ({
      key: newKey(),
      name: blob.name === "image.png" ? "Pasted image" : blob.name,
      blob,
      url: URL.createObjectURL(blob),
    }));
    setImages((all) => [...all, ...added].slice(0, 20));
    return true;
  }

  function remove(key: string): void {
    setImages((all) => {
      const gone = all.find((image) => image.key === key);
      if (gone !== undefined) URL.revokeObjectURL(gone.url);
      return all.filter((image) => image.key !== key);
    });
  }

  function clear(): void {
    for (const { url } of images) URL.revokeObjectURL(url);
    setImages([]);
  }

  return { images, add, remove, clear };
}

const types: readonly string[] = imageTypes;

function accept(file: File): boolean {
  if (!types.includes(file.type)) {
    if (file.type !== "")
      showToast({
        title: "Only images can be added here",
        description: "PNG, JPEG, GIF or WebP.",
        tone: "danger",
      });
    return false;
  }
  if (file.size <= maximumImageBytes) return true;
  showToast({
    title: `“${file.name}” is larger than 10 MB`,
    description: "It was not added.",
    tone: "danger",
  });
  return false;
}
