import { faultPoints } from "@morrow/resilience";
import { html } from "hono/html";

import type { Board, Row, RowState } from "../backstage/board.ts";
import { faultSource, isOn, scenarios } from "../backstage/scenarios.ts";
import type { Html } from "./layout.ts";

interface Backstage {
  readonly board: Board;
  /** What was waited for, in a sentence. */
  readonly took: string;
  /** Where a switch leads back to. */
  readonly path: string;
}

/** What nobody sees in a real shop: what the policies are doing, and switches that break what they protect against. */
export function backstage({ board, took, path }: Backstage): Html {
  return html`<h2>Backstage</h2>
    <p class="took" role="status">${took}</p>
    <section aria-labelledby="break">
      <h3 id="break">Break something</h3>
      <form method="post" action="/backstage/faults" class="switches">
        <input type="hidden" name="path" value="${path}" />
        ${scenarios.map(
          ({ id, label }) =>
            html`<button name="scenario" value="${id}" aria-pressed="${isOn(id) ? "true" : "false"}">
              ${label}
            </button>`,
        )}
      </form>
    </section>
    <section aria-labelledby="policies">
      <h3 id="policies">What the policies do</h3>
      <div id="board">${boardOf(board)}</div>
    </section>`;
}

/** The part that is sent again whenever something changes. */
export function boardOf(board: Board): Html {
  const elsewhere = faultPoints.list().filter(({ source }) => source !== faultSource);
  return html`<ul class="rows">
      ${board.rows.map(rowOf)}
    </ul>
    ${
      elsewhere.length === 0
        ? ""
        : html`<h3>Faults from elsewhere</h3>
            <ul class="rules">
              ${elsewhere.map(({ rule, source }) => html`<li><code>${rule.id}</code> from ${source}</li>`)}
            </ul>`
    }`;
}

/** How a state looks: green conducts, red does not. */
const looks: Record<RowState, string> = {
  "circuit closed": "closed",
  shown: "closed",
  "circuit half-open": "half-open",
  "circuit open": "open",
  removed: "open",
};

function rowOf({ title, state, standIns, timeouts, standIn }: Row): Html {
  const done = [
    standIns > 0 ? `${standIn} ${times(standIns)}` : "",
    timeouts > 0 ? `timed out ${times(timeouts)}` : "",
  ].filter((text) => text !== "");
  return html`<li>
    <b>${title}</b>
    <span class="state ${looks[state]}"><i aria-hidden="true"></i>${state}</span>
    ${done.length === 0 ? "" : html`<span class="done">${done.join(" · ")}</span>`}
  </li>`;
}

function times(count: number): string {
  return count === 1 ? "once" : `${count}\u{d7}`;
}
