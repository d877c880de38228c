// Ten policies that portals have, and the one thing that happens under each. Those with `documented` stand, to the letter, in docs/embedding.md and in the guide of the zip.

/**
 * @typedef {"report" | "unsaved" | "csp" | "network"} Outcome `report`: the golden report, a PDF, a print; `unsaved`: the golden report and a PDF, and the form says that no drafts are kept
 *   (a page without an origin cannot look into its own frame, so there is no print);
 *   `csp`, `network`: the fallback stays, the reason is told, a sheet to fill in by hand or a way to try again is offered
 * @typedef {{ name: string, csp: string | null, script: string, outcome: Outcome, documented?: string, cors?: boolean }} Policy
 */

const FOLDER = "/dvk/dvk.js", SINGLE = "/dvk/dvk.single.js";
const USUAL = "script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'";
const NO_REQUESTS = "script-src 'self' 'wasm-unsafe-eval'; connect-src 'none'";
const TRUSTED = `${USUAL}; require-trusted-types-for 'script'; trusted-types 'none'`;
const NOTHING = `default-src 'none'; ${USUAL}`;
const NONCE = "script-src 'nonce-dvk' 'strict-dynamic' 'wasm-unsafe-eval'; connect-src 'self'";

/** @type {Policy[]} */
export const POLICIES = [
  { name: "none", csp: null, script: FOLDER, outcome: "report" },
  { name: "the usual line", csp: USUAL, script: FOLDER, outcome: "report", documented: USUAL },
  { name: "nothing but what is needed", csp: NOTHING, script: FOLDER, outcome: "report", documented: NOTHING },
  { name: "nonce and strict-dynamic", csp: NONCE, script: FOLDER, outcome: "report", documented: NONCE.replace("nonce-dvk", "nonce-…") },
  { name: "Trusted Types", csp: `${USUAL}; require-trusted-types-for 'script'`, script: FOLDER, outcome: "report" },
  { name: "Trusted Types 'none'", csp: TRUSTED, script: FOLDER, outcome: "report", documented: TRUSTED },
  { name: "no requests, one file", csp: NO_REQUESTS, script: SINGLE, outcome: "report", documented: NO_REQUESTS },
  { name: "no requests, the folder", csp: NO_REQUESTS, script: FOLDER, outcome: "network" },
  { name: "no 'wasm-unsafe-eval'", csp: "script-src 'self'; connect-src 'self'", script: FOLDER, outcome: "csp" },
  { name: "sandbox without an origin", csp: "sandbox allow-scripts allow-downloads allow-modals", script: FOLDER, outcome: "unsaved", cors: true },
];
