import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

export default defineConfig({
  plugins: [react()],
  resolve: {
    alias: {
      // Its browser build asks the document for entities, and the coach reads in a worker, which has none; the other
      // one holds all of them.
      "decode-named-character-reference": fileURLToPath(
        new URL("src/pages/retrospectives/coaching/entities.ts", import.meta.url),
      ),
    },
  },
  server: {
    host: "127.0.0.1",
    port: 4801,
    proxy: {
      "/api": { target: process.env["MORROW_URL"] ?? "http://127.0.0.1:4800", changeOrigin: false, ws: true },
    },
  },
  // Every page is loaded late; scanning them all at once keeps the development server from bundling React twice.
  optimizeDeps: { entries: ["index.html", "src/**/*.tsx"] },
  build: {
    outDir: "dist",
    target: ["chrome123", "firefox120", "safari17.5"],
    // The content security policy allows no data: fonts or images, so nothing is inlined.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: true,
    rolldownOptions: {
      output: {
        codeSplitting: {
          // What nearly every page needs, in few files: a page of fifty small ones waits for them six at a time.
          groups: [
            {
              name: "framework",
              test: /node_modules\/(react|react-dom|scheduler|react-router|@tanstack\/(query-core|react-query)|zod|idb-keyval)\//,
            },
            { name: "icons", test: /node_modules\/lucide-react\// },
            { name: "contract", test: /packages\/(contract|client)\/src\// },
            // What dialogs, menus and fields share, by who shares it, in pieces of some size (bytes): the first of them would
            // otherwise come in fifty files. Larger pieces are fewer, and bring home what it has no use for.
            {
              name: "controls",
              test: /node_modules\/(@base-ui|@floating-ui|reselect)\/(?!.*csp)/,
              minShareCount: 2,
              entriesAware: true,
              entriesAwareMergeThreshold: 8_000,
            },
          ],
        },
      },
    },
  },
});
