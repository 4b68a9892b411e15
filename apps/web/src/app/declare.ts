import { createContext, use } from "react";

export const DeclareContext = createContext<() => void>(() => {});

/** Opens the declaring sheet, from an empty state or a page's own button. */
export function useDeclare(): () => void {
  return use(DeclareContext);
}
