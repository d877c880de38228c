/** JSON also on pages whose old Prototype.js gives lists a `toJSON` that makes texts of them. */
export const json = (value, indent) => JSON.stringify(value, function (key, said) { return Array.isArray(this[key]) ? this[key] : said; }, indent);
