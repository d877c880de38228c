#!/usr/bin/env node
// A static server for the demo portal and the built package, used by `make serve` and by the browser tests.
import { createHash } from "node:crypto";
import { createServer } from "node:http";
import { readFile, stat } from "node:fs/promises";
import { basename, extname, join, resolve, sep } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";

/** The strictest policy the element promises to work under (README, CSP). */
export const CSP = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'";

const TEXT = "text/plain; charset=utf-8";
/** @type {Record<string, string>} By extension; "" is for LICENSE and NOTICE. Anything else is sent as bytes. */
const TYPES = {
  "": TEXT, ".txt": TEXT, ".md": TEXT, ".ts": TEXT, ".html": "text/html; charset=utf-8", ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8", ".mjs": "text/javascript; charset=utf-8", ".json": "application/json; charset=utf-8",
  ".wasm": "application/wasm", ".svg": "image/svg+xml", ".png": "image/png", ".woff2": "font/woff2", ".pdf": "application/pdf",
};

/**
 * @typedef {{ method: string, url: string, status: number, bytes: number }} Seen one answered request; `bytes` of body sent
 * @typedef {{ url: string, port: number, requests: Seen[], close(): Promise<void> }} Served `url` ends in "/"
 * @typedef {(request: { url: string, type: string, body: string }) => { status: number, headers?: Record<string, string>, late?: number }} Post `late`: ms before the answer
 * @typedef {{ status?: number, type?: string, change?: (body: Buffer) => Buffer, cut?: number, reset?: boolean, late?: number }} Fault `cut`: the connection ends after so many bytes; `late`: ms before the answer
 *
 * @param {object} options
 * @param {string} options.root folder of the page
 * @param {string} options.pkg folder of the built package, seen at /dvk/
 * @param {number} [options.port] 0 = any free one
 * @param {string} [options.host]
 * @param {string | null} [options.csp] policy header; null = none
 * @param {boolean} [options.cors] every origin may read: a sandboxed frame has none of its own
 * @param {(path: string) => Fault | undefined} [options.fault] what is wrong with an address, asked at every request
 * @param {Post} [options.post] what takes posts; without it they are refused
 * @param {(line: string) => void} [options.log] called once a request
 * @returns {Promise<Served>} rejects when the port is taken
 */
export async function serve({ root, pkg, port = 0, host = "127.0.0.1", csp = CSP, post, fault, cors = false, log }) {
  /** @type {Seen[]} */
  const requests = [];
  const server = createServer(async (request, response) => {
    const { method = "", url = "" } = request;
    let { status, body = Buffer.from(`${status}\n`), headers } = post && method === "POST" ? await taken(request, post) : await answer(method, url, root, pkg);
    const wrong = fault?.(url.replace(/[?#].*/s, ""));
    if (wrong) {
      if (wrong.late) await new Promise((done) => setTimeout(done, wrong.late));
      if (wrong.reset) { request.socket.resetAndDestroy(); return; }
      if (wrong.status) [status, body, headers] = [wrong.status, Buffer.from(`${wrong.status}\n`), {}];
      if (wrong.type !== undefined) headers = { ...headers, "Content-Type": wrong.type };
      if (wrong.change) body = wrong.change(body);
    }
    // no-cache: a rebuilt package must never meet an old half of itself, but what the loader has looked at is not sent a second time to be run.
    const tag = `"${createHash("sha1").update(body).digest("hex")}"`;
    if (method === "GET" && status === 200 && !wrong && request.headers["if-none-match"] === tag) [status, body] = [304, Buffer.alloc(0)];
    // The policy goes on errors too, as a real site does.
    response.writeHead(status, {
      "Content-Type": TEXT, ...(status === 304 ? {} : { "Content-Length": body.length }), "Cache-Control": "no-cache", ETag: tag, "X-Content-Type-Options": "nosniff", ...(cors ? { "Access-Control-Allow-Origin": "*" } : {}),
      ...(csp ? { "Content-Security-Policy": csp } : {}), ...headers,
    });
    if (wrong?.cut !== undefined) { response.write(body.subarray(0, wrong.cut), () => request.socket.destroy()); return; }
    response.end(method === "HEAD" ? undefined : body);
    requests.push({ method, url, status, bytes: method === "HEAD" ? 0 : body.length });
    log?.(`${status} ${method} ${url}`);
  });
  await new Promise((done, fail) => server.once("error", fail).listen(port, host, () => done(undefined)));
  const bound = /** @type {import("node:net").AddressInfo} */ (server.address()).port;
  const close = () => /** @type {Promise<void>} */ (new Promise((done) => {
    server.close(() => done());
    server.closeAllConnections(); // browsers hold idle connections open, and close() alone would wait for them
  }));
  return { url: `http://${host}:${bound}/`, port: bound, requests, close };
}

async function taken(/** @type {import("node:http").IncomingMessage} */ request, /** @type {Post} */ post) {
  let body = "";
  for await (const chunk of request.setEncoding("utf8")) body += chunk;
  const { late = 0, ...answered } = post({ url: request.url ?? "", type: request.headers["content-type"] ?? "", body });
  await new Promise((done) => setTimeout(done, late));
  return answered;
}

/** @returns {Promise<{ status: number, body?: Buffer, headers?: Record<string, string> }>} */
async function answer(/** @type {string} */ method, /** @type {string} */ url, /** @type {string} */ root, /** @type {string} */ pkg) {
  if (method !== "GET" && method !== "HEAD") return { status: 405, headers: { Allow: "GET, HEAD" } };
  let path;
  try { path = decodeURIComponent(url.replace(/[?#].*/s, "")); } catch { return { status: 400 }; }
  const inPackage = path === "/dvk" || path.startsWith("/dvk/");
  const base = resolve(inPackage ? pkg : root);
  let file = join(base, inPackage ? path.slice(4) : path);
  // Checked after decoding and joining, so %2e%2e%2f is caught like ../; a backslash is a separator on Windows only.
  if (/[\0\\]/.test(path) || (file !== base && !file.startsWith(base + sep))) return { status: 403 };
  try {
    if ((await stat(file)).isDirectory()) {
      // Without the slash, relative addresses in the page would start one folder too high.
      if (!path.endsWith("/")) return { status: 302, headers: { Location: `${encodeURIComponent(basename(path))}/` } };
      file = join(file, "index.html");
    }
    return { status: 200, body: await readFile(file), headers: { "Content-Type": TYPES[extname(file)] ?? "application/octet-stream" } };
  } catch { return { status: 404 }; }
}

if (process.argv[1] && import.meta.url === pathToFileURL(resolve(process.argv[1])).href) {
  const first = Number(parseArgs({ options: { port: { type: "string", default: "8080" } } }).values.port);
  const root = fileURLToPath(new URL("../../www", import.meta.url)), pkg = fileURLToPath(new URL("../../pkg", import.meta.url));
  /** @type {(port: number) => Promise<Served>} */
  const attempt = (port) => serve({ root, pkg, port, log: console.log }).catch((error) => {
    if (error.code !== "EADDRINUSE" || port >= first + 20) throw error;
    return attempt(port + 1);
  });
  const { url, close } = await attempt(first);
  console.log(`Open ${url} (Ctrl-C stops)\nMở địa chỉ ${url} (Ctrl-C để dừng)`);
  process.once("SIGINT", () => close());
}
