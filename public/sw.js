// Shows /offline when a page cannot be reached. It stores nothing else: pages here show balances, and an
// old balance would be a wrong one.
const cacheName = "offline-page";

async function storeOfflinePage() {
  const cache = await caches.open(cacheName);
  const response = await fetch("/offline", { cache: "reload" });
  if (!response.ok) throw new Error("the offline page is not reachable");
  const html = await response.clone().text();
  const assets = new Set(html.match(/\/_next\/static\/[^"'\\\s]+\.(?:css|js|woff2)/g) ?? []);
  await Promise.all([cache.put("/offline", response), cache.addAll([...assets])]);
}

self.addEventListener("install", (event) => {
  event.waitUntil(storeOfflinePage().then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => {
  event.waitUntil(self.clients.claim());
});

async function fetchOrOffline(request) {
  try {
    return await fetch(request);
  } catch (error) {
    const stored = await caches.match(request.mode === "navigate" ? "/offline" : request);
    if (stored) return stored;
    throw error;
  }
}

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const isAsset = new URL(request.url).pathname.startsWith("/_next/static/");
  if (request.mode === "navigate" || isAsset) event.respondWith(fetchOrOffline(request));
});
