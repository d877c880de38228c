// The old libraries of the hostile pages: the real ones, of a fixed version, with a hash over what a page loads. They stay in DVK_CACHE.
import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { access, mkdir, mkdtemp, readFile, readdir, rename, rm } from "node:fs/promises";
import { homedir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

const CACHE = join(process.env.DVK_CACHE || join(homedir(), ".cache", "dvk"), "hostile");
const run = promisify(execFile);

/**
 * npm's «prototype» and «mootools» are made for servers; the ones for pages are in Debian.
 *
 * @typedef {{ from: "npm" | "debian", version: string, folder: string, main: string, sha384: string }} Library `folder` inside the package, `main` below it
 * @type {Record<string, Library>}
 */
export const LIBRARIES = {
  "libjs-prototype": { from: "debian", version: "1.7.3-1", folder: "usr/share/javascript/prototype", main: "prototype.js", sha384: "vf9FNW+Io392+QUahnqs0vVhf/xnaiVJXTaosruXzcZnqOpH/NZ/HRuOxyoj79Bh" },
  "libjs-mootools": { from: "debian", version: "1.4.5~debian1-3", folder: "usr/share/javascript/mootools", main: "mootools-core.min.js", sha384: "MlYXJIWjnHC4FD0Ge5rZJmqDGZY2MXvt5mHv1VjDYq1QA4uy2KfY7FJeD5yIPE20" },
  "jquery": { from: "npm", version: "1.12.4", folder: "package/dist", main: "jquery.min.js", sha384: "nvAa0+6Qg9clwYCGGPpDQLVpLNn0fRaROjHqs13t4Ggj3Ez50XnGQqc/r8MhnRDZ" },
  "bootstrap": { from: "npm", version: "3.4.1", folder: "package/dist", main: "js/bootstrap.min.js", sha384: "aJ21OjlMXNL5UyIl/XNwTMqvzeRMZH2w8c5cRVpzpU8Y5bApTppSuUkhZXN0VxHd" },
  "yui": { from: "npm", version: "3.18.1", folder: "package", main: "yui/yui-min.js", sha384: "W5S6dhaYL6wxTlyhMvxSNPv1jHZ14wOPCoQ4g2/hcqIlZNz2ZPhyYiccMSIJrgwr" },
};

/** The folder of a library; fetched once. Rejects when it cannot be had or is not the one that is meant. */
export async function library(/** @type {string} */ name) {
  const { from, version, folder, main, sha384 } = LIBRARIES[name], home = join(CACHE, `${name}-${version}`), there = join(home, folder);
  if (!(await access(home).then(() => true, () => false))) {
    await mkdir(CACHE, { recursive: true });
    const part = await mkdtemp(join(CACHE, "part-"));
    try {
      await (from === "npm" ? npm(`${name}@${version}`, part) : debian(`${name}=${version}`, part));
      await rename(part, home);
    } finally { await rm(part, { recursive: true, force: true }); }
  }
  const found = createHash("sha384").update(await readFile(join(there, main))).digest("base64");
  if (found !== sha384) throw new Error(`${name} ${version}: ${main} has sha384-${found}, not sha384-${sha384}`);
  return there;
}

async function npm(/** @type {string} */ name, /** @type {string} */ into) {
  await run("npm", ["pack", "--silent", "--pack-destination", into, name]);
  await run("tar", ["-xzf", join(into, await one(into, ".tgz")), "-C", into]);
}

/** Taken apart here, not installed: nothing of the system changes. */
async function debian(/** @type {string} */ name, /** @type {string} */ into) {
  const download = () => run("apt-get", ["download", "-q", name], { cwd: into });
  await download().catch(async () => {
    await run("apt-get", ["update", "-qq"]); // a fresh machine has no lists
    await download();
  });
  await run("dpkg-deb", ["-x", join(into, await one(into, ".deb")), into]);
}

async function one(/** @type {string} */ folder, /** @type {string} */ ending) {
  const found = (await readdir(folder)).find((name) => name.endsWith(ending));
  if (!found) throw new Error(`no *${ending} came`);
  return found;
}
