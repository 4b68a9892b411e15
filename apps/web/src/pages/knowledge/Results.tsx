import type { SearchHit } from "@morrow/contract/knowledge";
import { useEffect, useRef, type KeyboardEvent, type RefObject } from "react";
import { Link } from "react-router";
import { addressOf } from "../../app/findInKnowledge.tsx";
import { Badge } from "../../components/Badge.tsx";
import { Button } from "../../components/Button.tsx";
import { EmptyState } from "../../components/EmptyState.tsx";
import { SeverityMark } from "../../components/SeverityMark.tsx";
import { Time } from "../../components/Time.tsx";
import { announce } from "../../shell/announce.ts";
import type { useSearch } from "./useSearch.ts";

interface ResultsProps {
  search: ReturnType<typeof useSearch>;
  query: string;
  onAsk: (query: string) => void;
  /** The search box: arrow down leads from it into the list, arrow up from the first result back. */
  box: RefObject<HTMLInputElement | null>;
}

export function Results({ search, query, onAsk, box }: ResultsProps) {
  const { items, corrected, notes } = search;
  const list = useRef<HTMLOListElement>(null);
  useArrowIntoList(box, list);
  useEffect(() => {
    if (!search.isFetching)
      announce(
        items.length === 0
          ? "Nothing found"
          : `${items.length}${search.hasNextPage ? " or more" : ""} results`,
      );
  }, [search.isFetching, search.hasNextPage, items.length]);
  return (
    <section
      aria-label="Results"
      className="search-results"
      data-stale={search.isPlaceholderData || undefined}
    >
      {corrected.map(({ from, to }) => (
        <p key={from} className="search-note">
          <strong>{from}</strong> stands nowhere; this shows <strong>{to}</strong>.
        </p>
      ))}
      {notes.map((note) => (
        <p key={note} className="search-note quiet">
          {note}
        </p>
      ))}
      {items.length === 0 ? (
        <EmptyState
          title="Nothing found"
          action={<Button onClick={() => onAsk("")}>Clear the search</Button>}
        >
          No incident, retrospective or countermeasure you may see has these words. Fewer words, or without a
          filter, often find more.
        </EmptyState>
      ) : null}
      {/* Arrow keys move between the links inside; the list itself is not a control. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <ol ref={list} className="search-list" onKeyDown={(event) => moveInList(event, box)}>
        {items.map((hit) => (
          <Result key={`${hit.kind} ${hit.id}`} hit={hit} query={query} />
        ))}
      </ol>
      {search.hasNextPage ? (
        <Button busy={search.isFetchingNextPage} onClick={() => void search.fetchNextPage()}>
          Show more
        </Button>
      ) : null}
    </section>
  );
}

const kinds: Record<SearchHit["kind"], string> = {
  retrospective: "Retrospective",
  incident: "Incident",
  timeline: "Timeline",
  countermeasure: "Countermeasure",
};

function Result({ hit }: { hit: SearchHit; query: string }) {
  return (
    <li className="search-hit">
      <p className="cluster quiet">
        <span className="mono">{hit.ref}</span>
        <span>{kinds[hit.kind]}</span>
        {hit.severity === null ? null : <SeverityMark severity={hit.severity} />}
        {hit.at === null ? null : <Time at={hit.at} show="date" inList />}
        {hit.services.slice(0, 3).map((service) => (
          <Badge key={service}>{service}</Badge>
        ))}
      </p>
      <Link to={addressOf(hit)} className="search-hit-title">
        {hit.title}
      </Link>
      {hit.lesson === "" || hit.lesson === hit.title ? null : (
        <p className="search-hit-lesson">{hit.lesson}</p>
      )}
      <p className="search-hit-snippet">
        {hit.snippet.map((part, index) =>
          part.match ? <mark key={index}>{part.text}</mark> : <span key={index}>{part.text}</span>,
        )}
      </p>
      {hit.because.length === 0 ? null : (
        <p className="search-hit-because quiet">matched: {hit.because.join(", ")}</p>
      )}
    </li>
  );
}

function linksIn(list: Element | null): HTMLAnchorElement[] {
  return [...(list?.querySelectorAll<HTMLAnchorElement>("a.search-hit-title") ?? [])];
}

function useArrowIntoList(
  box: RefObject<HTMLInputElement | null>,
  list: RefObject<HTMLOListElement | null>,
): void {
  useEffect(() => {
    const input = box.current;
    const onKey = (event: globalThis.KeyboardEvent) => {
      if (event.key !== "ArrowDown") return;
      event.preventDefault();
      linksIn(list.current)[0]?.focus();
    };
    input?.addEventListener("keydown", onKey);
    return () => input?.removeEventListener("keydown", onKey);
  }, [box, list]);
}

function moveInList(event: KeyboardEvent<HTMLOListElement>, box: RefObject<HTMLInputElement | null>): void {
  const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
  if (step === 0) return;
  event.preventDefault();
  const links = linksIn(event.currentTarget);
  const next = links.findIndex((link) => link === document.activeElement) + step;
  if (next < 0) box.current?.focus();
  else links[Math.min(next, links.length - 1)]?.focus();
}
