import { useEffect, useRef, type RefObject } from "react";

/** How long a page may take to replace its outline, ms. */
const settleMs = 5_000;

/**
 * After a navigation the focus moves to the page's heading, so that a screen reader starts where a reader would. A page that first shows
 * its outline replaces that heading; the focus follows, unless the person has done something meanwhile.
 */
export function useHeadingFocus(main: RefObject<HTMLElement | null>, pathname: string): void {
  const before = useRef(pathname);
  useEffect(() => {
    const page = main.current;
    if (page === null || before.current === pathname) return;
    before.current = pathname;
    const focus = () => (page.querySelector<HTMLElement>("h1") ?? page).focus({ preventScroll: true });
    focus();
    const stop = new AbortController();
    // On the page as a whole it is only for want of a heading.
    const lost = () => {
      const { activeElement } = document;
      return activeElement === null || activeElement === document.body || activeElement === page;
    };
    const watch = new MutationObserver(() => lost() && focus());
    watch.observe(page, { childList: true, subtree: true });
    const end = () => stop.abort();
    const timer = setTimeout(end, settleMs);
    stop.signal.addEventListener("abort", () => {
      watch.disconnect();
      clearTimeout(timer);
    });
    for (const done of ["keydown", "pointerdown"] as const)
      document.addEventListener(done, end, { signal: stop.signal, capture: true });
    return end;
  }, [main, pathname]);
}
