import { createElement } from "react";
import { hydrateRoot } from "react-dom/client";

import { degradedStore } from "../index.ts";
import { ShopPage } from "./page.ts";

const root = document.querySelector("main");
if (root === null) throw new Error("The page has no main part.");
const initial = (root.dataset["degraded"] ?? "").split(" ").filter((name) => name !== "");
const onRecoverableError = (error: unknown) => {
  document.title = String(error);
};
hydrateRoot(root, createElement(ShopPage, { store: degradedStore(initial), initial }), {
  onRecoverableError,
});
