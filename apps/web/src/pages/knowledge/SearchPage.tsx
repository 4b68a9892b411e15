import { useEffect, useRef, useState } from "react";
import { useSearchParams } from "react-router";
import { ErrorState } from "../../components/ErrorState.tsx";
import { PageHeader } from "../../components/PageHeader.tsx";
import { SearchField } from "../../components/SearchField.tsx";
import { SkeletonRows } from "../../components/Skeleton.tsx";
import { useShortcuts } from "../../keyboard/shortcuts.ts";
import { Facets } from "./Facets.tsx";
import { Results } from "./Results.tsx";
import "./search.css";
import { SearchStart } from "./SearchStart.tsx";
import { useSearch } from "./useSearch.ts";

/** One box over everything a reader may see. The query lives in the address, so that a search can be shared. */
export function Component() {
  const [address, setAddress] = useSearchParams();
  const asked = address.get("q") ?? "";
  const [typed, setTyped] = useState(asked);
  const box = useRef<HTMLInputElement>(null);
  const search = useSearch(asked);
  useShortcuts([{ keys: "/", label: "To the search box", group: "Search", run: () => box.current?.focus() }]);

  // Back and forward change the address; what is typed follows it.
  const [followed, setFollowed] = useState(asked);
  if (followed !== asked) {
    setFollowed(asked);
    setTyped(asked);
  }
  useSettled(typed, 180, (query) => {
    if (query !== asked) setAddress(query === "" ? {} : { q: query }, { replace: asked !== "" });
  });
  const ask = (query: string) => {
    setTyped(query);
    setAddress(query === "" ? {} : { q: query });
  };

  return (
    <>
      <PageHeader title="Knowledge" windowTitle={asked === "" ? "Knowledge" : `${asked} · search`} />
      <form role="search" className="search-box" onSubmit={(event) => (event.preventDefault(), ask(typed))}>
        <SearchField
          ref={box}
          label="Search"
          autoComplete="off"
          // Whoever opens this page came to type.
          // oxlint-disable-next-line jsx-a11y/no-autofocus
          autoFocus
          placeholder='Words, "a phrase", service:payments, after:2026-01-01'
          value={typed}
          onValueChange={setTyped}
        />
      </form>
      {asked.trim() === "" ? <SearchStart onAsk={ask} /> : null}
      {search.error === null ? null : (
        <ErrorState
          title="The search did not work"
          advice={search.error.message}
          onRetry={() => void search.refetch()}
        />
      )}
      {asked.trim() !== "" && search.isPending ? <SkeletonRows label="Searching" /> : null}
      {asked.trim() === "" || search.data === undefined ? null : (
        <div className="search-grid">
          <Facets facets={search.facets} query={asked} onAsk={ask} />
          <Results search={search} query={asked} onAsk={ask} box={box} />
        </div>
      )}
    </>
  );
}

/** Calls back when a value has not changed for a moment: typing does not become a request a letter. */
function useSettled(value: string, milliseconds: number, settled: (value: string) => void): void {
  const latest = useRef(settled);
  useEffect(() => {
    latest.current = settled;
  });
  useEffect(() => {
    const timer = setTimeout(() => latest.current(value), milliseconds);
    return () => clearTimeout(timer);
  }, [value, milliseconds]);
}
