/** Images come in by paste or drop: a line holds their place until they have arrived. */
import { EditorView } from "@codemirror/view";
import type { Extension } from "@codemirror/state";

/** Sends one image. @returns its address, or null when it was refused (which has been said) */
export type SendImage = (image: File) => Promise<string | null>;

let counter = 0;

export function imageDrops(send: SendImage): Extension {
  return EditorView.domEventHandlers({
    paste: (event, view) => take(view, event.clipboardData, view.state.selection.main.head, send),
    drop: (event, view) =>
      take(
        view,
        event.dataTransfer,
        view.posAtCoords({ x: event.clientX, y: event.clientY }) ?? view.state.doc.length,
        send,
      ),
  });
}

function take(view: EditorView, data: DataTransfer | null, at: number, send: SendImage): boolean {
  const images = [...(data?.files ?? [])].filter((file) => file.type.startsWith("image/"));
  for (const image of images) void insert(view, image, at, send);
  return images.length > 0;
}

async function insert(view: EditorView, image: File, at: number, send: SendImage): Promise<void> {
  counter += 1;
  const alt =
    image.name
      .replace(/\.\w+$/, "")
      .replaceAll(/[[\]\n]/g, " ")
      .trim() || "image";
  const place = `![adding ${alt} (${counter}) …]()`;
  view.dispatch({ changes: { from: at, insert: place }, selection: { anchor: at + place.length } });
  const address = await send(image);
  const from = view.state.doc.toString().indexOf(place);
  // Taken out again by the writer meanwhile.
  if (from < 0) return;
  view.dispatch({
    changes: { from, to: from + place.length, insert: address === null ? "" : `![${alt}](${address})` },
  });
}
