import { createElement } from "react";
import { renderToString } from "react-dom/server";

import { degradedStore } from "../index.ts";
import { ShopPage } from "./page.ts";

/** The page as a server sends it. */
export function renderShopPage(initial: readonly string[]): string {
  return renderToString(createElement(ShopPage, { store: degradedStore(initial), initial }));
}
