// Sentences of the parts that are loaded when they are needed. The first load has its own, in src/messages/say.rs.

/**
 * How a form says them: its own wording (English, the portal's `texts`) where there is one, else Vietnamese. `{…}` are filled in.
 * @template {string} Name
 * @param {Record<Name, string>} vi @param {Record<string, unknown>} own
 * @returns {(name: Name, data?: Record<string, unknown>) => string}
 */
export const wording = (vi, own) => (name, data = {}) => (typeof own[name] === 'string' ? own[name] : vi[name]).replace(/\{(\w+)\}/g, (_, key) => String(data[key] ?? ''));
