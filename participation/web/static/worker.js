/* Keeps one page and its files for a device without net. The net comes first; nothing else is touched. */
addEventListener("install", event => {
  event.waitUntil(caches.open(name).then(kept => kept.addAll(files)).then(() => skipWaiting()));
});
addEventListener("activate", event => {
  const old = all => all.filter(one => one.startsWith(here) && one !== name);
  event.waitUntil(caches.keys().then(all => Promise.all(old(all).map(one => caches.delete(one)))).then(() => clients.claim()));
});
addEventListener("fetch", event => {
  const { method, url } = event.request, at = new URL(url);
  if (method !== "GET" || at.origin !== location.origin || !files.includes(at.pathname + at.search)) return;
  event.respondWith(fetch(event.request).then(answer => {
    if (!answer.ok) throw answer;
    const copy = answer.clone();
    event.waitUntil(caches.open(name).then(kept => kept.put(url, copy)));
    return answer;
  }).catch(() => caches.match(url)));
});
