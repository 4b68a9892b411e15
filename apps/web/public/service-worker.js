/* Keeps the shell of the pages (index.html, scripts, styles, fonts) so that Morrow opens while its server is away, and every part of the
   pages, so that what was never opened before opens then as well, or after the server was updated under an open page. It never touches
   /api. Online, the page always comes from the server, so an update shows at the next load; files in /assets carry a hash of their
   content in the name and therefore never change. */
const cacheName = "morrow-shell";
const shell = "/";
/** Files of the shell whose names stay the same when their content changes. */
const loose = ["/layers.css", "/theme.js", "/favicon.svg"];
const parts = "/parts.json";
const keepDays = 30;

addEventListener("install", (event) => {
  // Where the browser can be told so, neither calls nor files wait for this worker to start.
  event.addRoutes?.([
    { condition: { urlPattern: "/api/*" }, source: "network" },
    { condition: { urlPattern: "/assets/*" }, source: { cacheName } },
  ]);
  event.waitUntil(keepPage(shell).then(() => self.skipWaiting()));
});

addEventListener("activate", (event) => {
  // The page is asked for while this worker starts.
  const ready = Promise.all([dropOld(), self.registration.navigationPreload?.enable()]);
  event.waitUntil(ready.then(() => self.clients.claim()));
});

addEventListener("message", (event) => {
  const names = Array.isArray(event.data?.keep) ? event.data.keep : [];
  const assets = names.map((name) => new URL(name)).filter(isAsset);
  const shown = Promise.allSettled([
    ...assets.map(({ href }) => asset(href)),
    ...loose.map(freshest),
    dropOld(),
  ]);
  event.waitUntil(shown.then(keepParts));
});

addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== location.origin || url.pathname.startsWith("/api/")) return;
  if (request.mode === "navigate") event.respondWith(page(event));
  else if (isAsset(url)) event.respondWith(asset(request));
  else if (loose.includes(url.pathname)) event.respondWith(freshest(request));
});

function isAsset(url) {
  return url.origin === location.origin && url.pathname.startsWith("/assets/");
}

/** The server's page; the kept one when no answer comes, or one that only says that the server is away. */
async function page({ request, preloadResponse }) {
  try {
    const answer = (await preloadResponse) ?? (await fetch(request));
    if (answer.status < 500) {
      if (answer.ok && answer.headers.get("content-type")?.includes("text/html")) {
        const cache = await caches.open(cacheName);
        await cache.put(shell, answer.clone());
      }
      return answer;
    }
  } catch {
    // No network.
  }
  return (await caches.match(shell)) ?? Response.error();
}

async function asset(request) {
  return (await caches.match(request)) ?? (await fetchAndKeep(request));
}

/** Everything of the build that the server has now, one by one so that nothing has to wait for it; not when data is dear. */
async function keepParts() {
  if (navigator.connection?.saveData) return;
  const cache = await caches.open(cacheName);
  const list = await fetch(parts, { cache: "no-cache", priority: "low" });
  const kept = await cache.match(parts);
  const text = await list.clone().text();
  if (!list.ok || (await kept?.text()) === text) return;
  for (const path of JSON.parse(text)) await asset(path);
  await cache.put(parts, list);
}

async function freshest(request) {
  try {
    return await fetchAndKeep(request);
  } catch {
    return (await caches.match(request)) ?? Response.error();
  }
}

async function fetchAndKeep(request) {
  const answer = await fetch(request);
  if (answer.ok) {
    const cache = await caches.open(cacheName);
    await cache.put(request, answer.clone());
  }
  return answer;
}

async function keepPage(path) {
  const cache = await caches.open(cacheName);
  await cache.add(new Request(path, { cache: "reload" }));
}

/** Files of versions that were replaced long ago. */
async function dropOld() {
  const cache = await caches.open(cacheName);
  for (const request of await cache.keys()) {
    const kept = await cache.match(request);
    const date = Date.parse(kept?.headers.get("date") ?? "");
    if (Date.now() - date > keepDays * 86_400_000 && new URL(request.url).pathname !== shell)
      await cache.delete(request);
  }
}
