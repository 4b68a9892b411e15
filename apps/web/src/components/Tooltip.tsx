/** One tooltip for the whole page, found by an attribute: a list of thousands of triggers costs nothing until one is hovered, and what
    shows it is loaded then. Never the only place of something a person needs on a phone. */
import {
  cloneElement,
  lazy,
  Suspense,
  useEffect,
  useId,
  useState,
  type ReactElement,
  type ReactNode,
} from "react";
import { useTooltipWatch, contents } from "./tooltip/watch.ts";

const TooltipPopup = lazy(() => import("./tooltip/TooltipPopup.tsx"));

/** Mounted once by the shell. */
export function TooltipHost() {
  const watch = useTooltipWatch();
  const [wanted, setWanted] = useState(false);
  if (watch.shown !== null && !wanted) setWanted(true);
  if (!wanted) return null;
  return (
    <Suspense fallback={null}>
      <TooltipPopup {...watch} />
    </Suspense>
  );
}

/** The attribute that makes an element a trigger of the tooltip. It must have a name of its own, and be focusable outside of lists. */
export function useTooltip(content: ReactNode): { readonly "data-tooltip": string } {
  const id = useId();
  useEffect(() => {
    contents.set(id, content);
    return () => void contents.delete(id);
  }, [id, content]);
  return { "data-tooltip": id };
}

export interface TooltipProps {
  readonly content: ReactNode;
  /** The element that is hovered or focused. */
  readonly children: ReactElement<object>;
}

export function Tooltip({ content, children }: TooltipProps) {
  return cloneElement(children, useTooltip(content));
}
