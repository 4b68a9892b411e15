import { html } from "hono/html";

import { nameOf, visitors, type Visitor } from "../shop/visitors.ts";

/** A piece of a page. */
export type Html = ReturnType<typeof html>;

interface Frame {
  readonly title: string;
  readonly visitor: Visitor;
  /** Where the other visitors' names lead. */
  readonly path: string;
  readonly main: Html;
  readonly backstage: Html;
}

/** Every page: the shop on the left, and beside it (below it on a phone) what happens backstage. */
export function layout({ title, visitor, path, main, backstage }: Frame): Html {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title} · Saltmarsh Pottery</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/style.css" />
        <script src="/live.js" defer></script>
      </head>
      <body>
        <a class="skip" href="#main">Skip to the shop</a>
        <div class="shop">
          <header class="masthead">
            <a class="mark" href="/?visitor=${visitor}">Saltmarsh <span>Pottery</span></a>
            <nav class="visitors" aria-label="Shopping as">
              ${visitors.map(
                (other) =>
                  html`<a
                    href="${path}?visitor=${other}"
                    ${other === visitor ? html`aria-current="true"` : ""}
                    >${nameOf(other)}</a
                  >`,
              )}
            </nav>
          </header>
          <main id="main" tabindex="-1">${main}</main>
          <footer class="colophon">
            Thrown, glazed and fired beside the estuary. An example of a shop: nothing is sold.
          </footer>
        </div>
        <aside class="backstage" aria-label="Backstage"><div class="wings">${backstage}</div></aside>
      </body>
    </html>`;
}
