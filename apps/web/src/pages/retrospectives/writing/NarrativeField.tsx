import { attachmentRoutes, imageTypes, maximumImageBytes } from "@morrow/contract/attachments";
import { lazy, Suspense, useCallback } from "react";
import { client } from "../../../api/client.ts";
import { messageOf } from "../../../api/problems.ts";
import { Skeleton } from "../../../components/Skeleton.tsx";
import { showToast } from "../../../components/Toast.tsx";
import { SectionFrame, sectionPrompts } from "./SectionFrame.tsx";

const NarrativeEditor = lazy(() => import("./narrative/NarrativeEditor.tsx"));

interface NarrativeFieldProps {
  readonly incident: string;
  readonly value: string;
  readonly onValueChange: (value: string) => void;
  readonly onBlur: () => void;
}

export function NarrativeField({ incident, value, onValueChange, onBlur }: NarrativeFieldProps) {
  const sendImage = useCallback((image: File) => send(incident, image), [incident]);
  return (
    <SectionFrame id="narrative" label="What happened" prompt={sectionPrompts.narrative}>
      <Suspense fallback={<Skeleton height={16} />}>
        <NarrativeEditor
          label="What happened, in Markdown"
          hint="At 14:05 … Paste or drop images where they belong."
          value={value}
          onValueChange={onValueChange}
          onBlur={onBlur}
          sendImage={sendImage}
        />
      </Suspense>
    </SectionFrame>
  );
}

async function send(ref: string, image: File): Promise<string | null> {
  if (!imageTypes.some((type) => type === image.type))
    return refuse("PNG, JPEG, GIF and WebP can be shown to everyone.");
  if (image.size > maximumImageBytes) return refuse("It is larger than 10 MB; a smaller copy will do.");
  try {
    const { url } = await client.call(
      attachmentRoutes.add,
      { params: { ref }, query: { name: image.name.slice(0, 200) } },
      { bytes: { type: image.type, body: image } },
    );
    return url;
  } catch (error) {
    return refuse(messageOf(error) ?? "");
  }
}

function refuse(description: string): null {
  showToast({ title: "This image was not added", description, tone: "danger" });
  return null;
}
