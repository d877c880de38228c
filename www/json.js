/** JSON also on pages whose old Prototype.js gives lists a `toJSON` that makes texts of them. */
export const json = (value, indent) => JSON.stringify(value, function (key, said) { return Array.isArray(this[key]) ? this[key] : said; }, indent);

/** What a text says as JSON; null where it is none. */
export function parsed(text) {
  try { return JSON.parse(text); } catch { return null; }
}
