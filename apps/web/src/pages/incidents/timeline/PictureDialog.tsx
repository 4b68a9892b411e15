import { ChevronLeft, ChevronRight } from "lucide-react";
import { Dialog } from "../../../components/Dialog.tsx";
import { IconButton } from "../../../components/IconButton.tsx";
import type { Picture } from "./Evidence.tsx";

export interface ShownPictures {
  readonly pictures: readonly Picture[];
  readonly index: number;
}

/** Evidence, large; the arrow keys walk through it. */
export default function PictureDialog({
  shown,
  onShow,
}: {
  shown: ShownPictures;
  onShow: (shown: ShownPictures | null) => void;
}) {
  const picture = shown.pictures[shown.index];
  const step = (by: number) => () => {
    const count = shown.pictures.length;
    onShow({ ...shown, index: (shown.index + by + count) % count });
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onShow(null)}
      size="large"
      title={picture?.label ?? "Evidence"}
      footer={
        shown.pictures.length < 2 ? undefined : (
          <>
            <IconButton
              label="Previous image"
              icon={<ChevronLeft size={18} aria-hidden="true" />}
              onClick={step(-1)}
            />
            <span className="tabular quiet" aria-live="polite">
              {shown.index + 1} of {shown.pictures.length}
            </span>
            <IconButton
              label="Next image"
              icon={<ChevronRight size={18} aria-hidden="true" />}
              onClick={step(1)}
            />
          </>
        )
      }
    >
      {picture === undefined ? null : (
        <a className="incident-picture" href={picture.url} target="_blank" rel="noreferrer">
          <img src={picture.url} alt={picture.label} />
        </a>
      )}
    </Dialog>
  );
}
