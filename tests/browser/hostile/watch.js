// The first script of a hostile page: notes what is added to the page, by whom, and gives the page's state on request.
// What comes from the package is told by the stack: its files are at /dvk/. Built-ins are taken before a library replaces them.
(() => {
  const { stringify } = JSON, { getOwnPropertyNames, getOwnPropertyDescriptor } = Object, { toString } = Function.prototype;
  const { addEventListener, removeEventListener } = EventTarget.prototype;
  const { setTimeout, setInterval, requestAnimationFrame, clearTimeout, clearInterval, cancelAnimationFrame, BroadcastChannel } = window;
  const sort = Array.prototype.sort;
  Error.stackTraceLimit = 50;
  /** Whose script is running: the package's, the page's, or that of the tool that drives the browser. */
  const whose = () => {
    const { stack } = new Error();
    return /\/dvk\//.test(stack) ? "package" : /https?:(?!\S*\/watch\.js)/.test(stack) ? "page" : "tool";
  };
  const ours = () => whose() === "package";

  /** Where a target lies: "" inside the element, which may do there what it likes. */
  const place = (target) => {
    if (target === window || target === null || target === undefined) return "window";
    if (target.nodeType === 9) return target === document ? "document" : "";
    if (!target.nodeType) return "";
    for (let one = target; one; one = one.parentNode ?? one.host) {
      if (one.localName === "dvk-registration") return "";
      if (one === document) return target.localName + (target.id ? `#${target.id}` : "");
    }
    return "";
  };

  // --- listeners ---
  const listeners = [];
  const captures = (options) => Boolean(typeof options === "object" && options ? options.capture : options);
  const at = (target, type, call, capture) => {
    for (let n = 0; n < listeners.length; n += 1) {
      const one = listeners[n];
      if (one.target === target && one.type === type && one.call === call && one.capture === capture) return n;
    }
    return -1;
  };
  EventTarget.prototype.addEventListener = function (type, call, options) {
    const target = this ?? window, where = place(target), capture = captures(options);
    if (where && call && at(target, type, call, capture) < 0) {
      listeners[listeners.length] = { target, type, call, capture, where, by: whose() };
      if (options?.once) addEventListener.call(target, type, () => { const found = at(target, type, call, capture); if (found >= 0) listeners.splice(found, 1); }, { once: true, capture });
    }
    return addEventListener.apply(target, arguments);
  };
  EventTarget.prototype.removeEventListener = function (type, call, options) {
    const target = this ?? window, found = at(target, type, call, captures(options));
    if (found >= 0) listeners.splice(found, 1);
    return removeEventListener.apply(target, arguments);
  };

  // --- timers, channels, observers ---
  const waiting = new Map();
  let fired = 0;
  const timed = (name, make, again) => {
    window[name] = function (call, ...rest) {
      const mine = ours();
      const id = make.call(window, typeof call !== "function" || !mine ? call : function () {
        fired += 1;
        if (!again) waiting.delete(`${name} ${id}`);
        return call.apply(this, arguments);
      }, ...rest);
      if (mine) waiting.set(`${name} ${id}`, `${name} ${rest[0] ?? ""}`);
      return id;
    };
  };
  timed("setTimeout", setTimeout, false);
  timed("setInterval", setInterval, true);
  timed("requestAnimationFrame", requestAnimationFrame, false);
  const stopped = (name, clear, of) => {
    window[name] = function (id) { for (const kind of of) waiting.delete(`${kind} ${id}`); return clear.call(window, id); };
  };
  stopped("clearTimeout", clearTimeout, ["setTimeout", "setInterval"]);
  stopped("clearInterval", clearInterval, ["setTimeout", "setInterval"]);
  stopped("cancelAnimationFrame", cancelAnimationFrame, ["requestAnimationFrame"]);
  const channels = new Set();
  window.BroadcastChannel = class extends BroadcastChannel {
    constructor(name) { super(name); if (ours()) channels.add(this); }
    close() { channels.delete(this); super.close(); }
  };
  const observed = [];
  for (const name of ["MutationObserver", "ResizeObserver", "IntersectionObserver"]) {
    const { observe } = window[name].prototype;
    window[name].prototype.observe = function (target) {
      if (ours() && place(target)) observed[observed.length] = `${name} ${place(target)}`;
      return observe.apply(this, arguments);
    };
  }
  let submits = 0;
  addEventListener.call(window, "submit", () => { submits += 1; }, true);

  // --- the page's state ---
  const steady = (text) => text.replace(/\b(yui_|jQuery)\w+/g, "$1");
  /** The page as text, without the inside of the element and the tag that loads it. */
  const written = (node) => {
    if (node.nodeType === 3) return steady(node.data);
    if (node.nodeType !== 1 && node.nodeType !== 11) return "";
    if (node.localName === "script" && /\/dvk\//.test(node.src)) return "";
    let text = `<${node.localName ?? "#shadow"}`;
    for (const attribute of node.attributes ?? []) text += ` ${attribute.name}="${steady(attribute.value)}"`;
    text += ">";
    if (node.localName === "dvk-registration") return text;
    if (node.shadowRoot) text += written(node.shadowRoot);
    for (let child = node.firstChild; child; child = child.nextSibling) text += written(child);
    return `${text}</>`;
  };
  const keys = (of) => {
    const found = [];
    for (const name of getOwnPropertyNames(of)) found[found.length] = steady(name);
    return sort.call(found);
  };
  const handlers = () => {
    const found = [];
    for (const [name, of] of [["window", window], ["document", document], ["body", document.body], ["html", document.documentElement]]) {
      for (const key in of) if (/^on/.test(key) && of[key]) found[found.length] = `${name}.${key} ${toString.call(of[key]).length}`;
    }
    return found;
  };
  /** Built-ins as the page sees them: a name that comes, goes or gets another function is seen. */
  const natives = () => {
    const found = [];
    for (const name of ["Object", "Function", "Array", "String", "Number", "Boolean", "Date", "RegExp", "Promise", "Map", "Set", "JSON", "Math", "Reflect", "Node", "Element", "HTMLElement", "HTMLInputElement", "Event", "EventTarget", "Document", "History", "Storage"]) {
      for (const of of [window[name], window[name].prototype]) {
        if (!of) continue;
        for (const key of getOwnPropertyNames(of)) {
          const { value, get } = getOwnPropertyDescriptor(of, key), call = value ?? get;
          found[found.length] = `${name} ${key} ${typeof call === "function" ? toString.call(call).length : typeof call}`;
        }
      }
    }
    return found;
  };
  const sheets = () => {
    const found = [`adopted ${document.adoptedStyleSheets.length}`, `faces ${document.fonts.size}`];
    for (const sheet of document.styleSheets) found[found.length] = `${sheet.href && new URL(sheet.href).pathname} ${sheet.cssRules.length}`;
    return found;
  };
  const heard = (by) => {
    const found = [];
    for (const one of listeners) if (one.by === by) found[found.length] = `${one.where} ${one.type}${one.capture ? " capture" : ""}`;
    return sort.call(found);
  };
  /** JSON also where lists have a toJSON. */
  const text = (value) => stringify(value, function (key) { return this[key]; });
  const watch = {
    /** What must be the same with the element and without. @returns {string} JSON */
    page: () => text({
      dom: written(document.documentElement), globals: keys(window), natives: natives(), listeners: heard("page"), handlers: handlers(), sheets: sheets(), submits,
      kept: [document.cookie, ...keys(localStorage), "/", ...keys(sessionStorage)], address: [location.href, history.length, history.state, document.title, document.designMode],
    }),
    /** What the element has at work outside itself. */
    left: () => text({ listeners: heard("package"), timers: [...waiting.values()], channels: channels.size, observed }),
    fired: () => fired,
  };
  Object.defineProperty(window, "watch", { value: watch });
})();
