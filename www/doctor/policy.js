// A Content-Security-Policy with one more source: the very line that the webmaster has to send instead.

/** The directives of a policy in their order: [name, sources]. */
const directives = (policy) => policy.split(';').map((one) => one.trim().split(/\s+/)).filter(([name]) => name).map(([name, ...sources]) => [name.toLowerCase(), sources]);

/** @param {string} policy as the browser tells it @param {string} directive @param {string} source @returns {string} */
export function mended(policy, directive, source) {
  const all = directives(policy);
  const of = (name) => all.filter(([one]) => one === name).map(([, sources]) => sources)[0];
  // What has no directive of its own goes by default-src.
  const sources = [...(of(directive) ?? of('default-src') ?? []), source].filter((one) => one !== "'none'");
  const line = [directive, sources];
  const next = of(directive) ? all.map((one) => (one[0] === directive ? line : one)) : [...all, line];
  return next.map(([name, list]) => [name, ...list].join(' ')).join('; ');
}
