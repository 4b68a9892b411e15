// First of all: tokens.css also fixes the order of the cascade layers, which the first style sheet on the page decides.
import "./styles/tokens.css";
import "./styles/type.css";
import "./styles/base.css";

import { CSPProvider } from "@base-ui/react/csp-provider";
import { QueryClientProvider } from "@tanstack/react-query";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { createBrowserRouter } from "react-router";
import { RouterProvider } from "react-router/dom";
import { queries } from "./api/queries.ts";
import { keepShell } from "./kept/keepShell.ts";
import { routes } from "./routes.tsx";

const router = createBrowserRouter(routes);
const root = document.getElementById("root");
if (root === null) throw new Error("index.html has no element with the id root");

if (import.meta.env.PROD) keepShell();

createRoot(root).render(
  <StrictMode>
    {/* The component library would add style elements, which the content security policy refuses; base.css has their rules. */}
    <CSPProvider disableStyleElements>
      <QueryClientProvider client={queries}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </CSPProvider>
  </StrictMode>,
);
