// What a browser asked for and what went wrong in it, from its own events.

const MARK = "dvk-harness csp ";

/**
 * @typedef {{ method: string, url: string, host: string, type: string, status: number, bytes: number, failure?: string }} Request `bytes` of body, as transferred
 * @typedef {{ requests: Request[], errors: string[], pending: Promise<void>[] }} Log of the whole browser, all its tabs
 */

/** @returns {Promise<Log>} fills while the context lives */
export async function listen(/** @type {import("playwright-core").BrowserContext} */ context) {
  const log = /** @type {Log} */ ({ requests: [], errors: [], pending: [] });
  const known = new Map();
  context.on("request", (request) => {
    const url = request.url();
    const entry = { method: request.method(), url, host: new URL(url).host, type: request.resourceType(), status: 0, bytes: 0 };
    known.set(request, entry);
    log.requests.push(entry);
  });
  context.on("requestfinished", (request) => log.pending.push((async () => {
    const entry = known.get(request);
    entry.status = (await request.response())?.status() ?? 0;
    entry.bytes = (await request.sizes()).responseBodySize;
  })().catch(() => {}))); // the browser may be gone
  context.on("requestfailed", (request) => {
    const failure = request.failure()?.errorText ?? "failed";
    const entry = known.get(request); // a download that a frame began is told only when it fails
    if (entry) entry.failure = failure;
    // Chromium asks for a page's manifest late, and gives it up when the page is left: DokuWiki has one.
    if (request.resourceType() === "manifest" && failure === "net::ERR_ABORTED") return;
    log.errors.push(`request: ${request.url()} ${failure}`);
  });
  context.on("console", (message) => {
    if (message.type() === "debug" && message.text().startsWith(MARK)) log.errors.push(`csp: ${message.text().slice(MARK.length)}`);
    // A page without an icon is asked for /favicon.ico (Playwright does not report that request): not the element's doing.
    else if (message.type() === "error" && !message.location().url.endsWith("/favicon.ico")) log.errors.push(`console: ${message.text().trim()} (${message.location().url})`);
  });
  context.on("weberror", (error) => log.errors.push(`page: ${error.error().stack ?? error.error().message}`));
  // Told through the console, by the function as it was before the page's scripts: the page gets no global from us.
  await context.addInitScript((mark) => {
    const { debug } = console;
    document.addEventListener("securitypolicyviolation", (event) => debug(`${mark}${event.effectiveDirective} ${event.blockedURI} ${event.sample}`.trim()));
  }, MARK);
  return log;
}
