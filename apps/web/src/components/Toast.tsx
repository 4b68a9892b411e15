import { lazy, Suspense, useEffect, useState } from "react";
import { onFirstToast } from "./toast/queue.ts";

export { showToast } from "./toast/queue.ts";

const ToastStack = lazy(() => import("./toast/ToastStack.tsx"));

/** Mounted once by the shell. What shows the messages is loaded for the first of them. */
export function ToastHost() {
  const [wanted, setWanted] = useState(false);
  useEffect(() => onFirstToast(() => setWanted(true)), []);
  return <Suspense fallback={null}>{wanted ? <ToastStack /> : null}</Suspense>;
}
