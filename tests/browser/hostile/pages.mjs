// Pages as portals have them, with what harms a form that is not careful. All have the same place for the element, 880 pixels wide.

const LOREM = Array.from({ length: 12 }, (_, at) => `<p>Tin thứ ${at + 1}: nội dung của trang, không liên quan đến biểu mẫu.</p>`).join("\n");

/** Where the element stands: nothing of the page's styles reaches this box, so that sizes within the element can be compared. */
const BOX = "width:880px!important;padding:0!important;margin:24px auto!important;border:0!important";
const ELEMENT = '<dvk-registration portal="/portal.json" guideline="mau"></dvk-registration>';

/**
 * @typedef {object} Hostile
 * @property {string} name
 * @property {string[]} [libraries] of libraries.mjs, seen at /lib/<name>/
 * @property {string} [head] of the page
 * @property {string} [before] right after <body>
 * @property {string} [after] right before </body>
 * @property {string} [element] instead of the tag
 * @property {string} [harm] JavaScript that is true only where the page is as hostile as it claims to be: a test of a tame page proves nothing
 *
 * @param {Hostile} page
 * @param {boolean} [bare] without the package: what the page is by itself
 */
export const html = ({ head = "", before = "", after = "", element = ELEMENT }, bare = false) => `<!DOCTYPE html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Cổng thông tin (trang thử)</title>
<link rel="icon" href="data:,">
<script src="/watch.js"></script>
${head}
</head>
<body>
${before}
<header id="header"><a id="home" href="/">Trang chủ</a> <a class="menu" href="#tin">Tin tức</a></header>
<h1>Đăng ký mô hình</h1>
<div id="place" style="${BOX}">${element}</div>
<div id="tin">${LOREM}</div>
${after}
${bare ? "" : '<script async src="/dvk/dvk.js"></script>'}
</body>
</html>
`;

/** Nothing hostile: the measure for the others. @type {Hostile} */
export const plain = { name: "plain" };

/** @type {Hostile[]} */
export const pages = [
  {
    name: "Prototype.js 1.7.3", libraries: ["libjs-prototype"],
    head: `<script src="/lib/libjs-prototype/prototype.js"></script>
<script>document.observe("dom:loaded", function () { $$("a.menu").each(function (one) { one.observe("click", function (event) { event.stop(); }); one.addClassName("ready"); }); $("home").writeAttribute("rel", "home"); });</script>`,
    harm: 'Array.from(new Set([1, 2])).length === 0 && document.querySelector("a.ready")',
  },
  {
    // Prototype before 1.7 gave lists a toJSON that makes a text of them; Debian has no package that old.
    name: "lists with a toJSON, as of Prototype.js 1.6",
    head: `<script>Array.prototype.toJSON = function () { var all = []; for (var at = 0; at < this.length; at++) all.push(JSON.stringify(this[at])); return "[" + all.join(", ") + "]"; };
Object.prototype.each = function () { return this; };</script>`,
    harm: 'JSON.stringify({ a: [1] }) !== \'{"a":[1]}\' && (function () { for (var key in {}) return key === "each"; })()',
  },
  {
    name: "MooTools 1.4.5", libraries: ["libjs-mootools"],
    head: `<script src="/lib/libjs-mootools/mootools-core.min.js"></script><script src="/lib/libjs-mootools/mootools-more.min.js"></script>
<script>window.addEvent("domready", function () { $$("a.menu").addClass("ready").addEvent("click", function (event) { event.stop(); }); });</script>`,
    harm: 'Array.from(new Set([1, 2])).length !== 2 && document.querySelector("a.ready")',
  },
  {
    name: "jQuery 1.12 with Bootstrap 3", libraries: ["jquery", "bootstrap"],
    head: `<link rel="stylesheet" href="/lib/bootstrap/css/bootstrap.min.css"><link rel="stylesheet" href="/lib/bootstrap/css/bootstrap-theme.min.css">
<script src="/lib/jquery/jquery.min.js"></script><script src="/lib/bootstrap/js/bootstrap.min.js"></script>
<script>jQuery(function ($) {
  $("a.menu").addClass("btn btn-primary").tooltip({ title: "Tin" });
  $("input, select, textarea").addClass("form-control");
  $(document).on("keypress", ":not(textarea)", function (event) { if (event.which === 13) event.preventDefault(); });
});</script>`,
    harm: 'jQuery.fn.jquery === "1.12.4" && jQuery.fn.tooltip.Constructor.VERSION === "3.4.1" && getComputedStyle(document.body).fontSize === "14px"',
  },
  {
    name: "YUI 3.18", libraries: ["yui"],
    head: `<script src="/lib/yui/yui/yui-min.js"></script>
<script>YUI({ base: "/lib/yui/", combine: false, fetchCSS: false }).use("node", "event", "event-delegate", "event-key", function (Y) {
  Y.one("a.menu").addClass("ready").on("click", function (event) { event.halt(); });
  Y.one("document").on("key", function (event) { event.preventDefault(); }, "enter");
});</script>`,
    harm: 'YUI.version === "3.18.1" && document.querySelector("a.ready")',
  },
  {
    name: "a root of 62.5 % and resets with !important",
    head: `<style>
html { font-size: 62.5%; }
body, body * { margin: 0 !important; padding: 0 !important; border: 0 !important; box-sizing: content-box !important; font: italic 700 11px/1 serif !important; letter-spacing: 3px !important; word-spacing: 5px !important; text-transform: uppercase !important;
  text-indent: 20px !important; text-align: right !important; text-shadow: 1px 1px red !important; white-space: nowrap !important; color: #c00 !important; cursor: wait !important; list-style: square !important; hyphens: none !important;
  word-break: break-all !important; visibility: visible !important; -webkit-user-select: none !important; user-select: none !important; font-variant: small-caps !important; tab-size: 1 !important; caret-color: transparent !important; }
*, *::before, *::after { transition: all .01s !important; }
input, select, textarea, button, label, fieldset, legend { display: inline !important; width: 20px !important; height: 8px !important; float: left !important; background: #ff0 !important; }
</style>`,
    harm: 'getComputedStyle(document.documentElement).fontSize === "10px" && getComputedStyle(document.querySelector("h1")).letterSpacing === "3px"',
  },
  {
    // The page of ASP.NET Web Forms is one form; DefaultButton presses its button at Enter unless the event comes from a textarea.
    name: "a page-wide ASP.NET form",
    before: `<form method="post" action="/Default.aspx" id="aspnetForm" onkeypress="return WebForm_FireDefaultButton(event, 'search')">
<input type="hidden" name="__EVENTTARGET" value=""><input type="hidden" name="__VIEWSTATE" value="dDwtMTA4"><script>
function WebForm_FireDefaultButton(event, id) {
  if (event.keyCode !== 13) return true;
  var from = event.srcElement || event.target;
  if (from && from.tagName.toLowerCase() === "textarea") return true;
  document.getElementById(id).click(); event.cancelBubble = true; if (event.stopPropagation) event.stopPropagation(); return false;
}
</script><input type="text" name="ctl00$q" value="tin"><input type="submit" id="search" name="ctl00$search" value="Tìm">`,
    after: "</form>",
    harm: 'document.querySelector("dvk-registration").closest("form").id === "aspnetForm"',
  },
  {
    name: "handlers that eat keys, and a sticky header",
    head: `<style>#header { position: sticky; top: 0; height: 110px; z-index: 1000; background: #036; }</style>
<script>
var eaten = 0;
function eat(event) {
  var name = event.target.tagName;
  if (name === "INPUT" || name === "TEXTAREA" || name === "SELECT") return true;
  eaten += 1; event.preventDefault(); return false;
}
document.onkeydown = document.onkeypress = document.onkeyup = function (event) {
  if (event.key === "Tab") return true;
  if (event.key === "h" && event.target.tagName !== "INPUT") location.hash = "phim-tat";
  return eat(event);
};
document.oncopy = document.oncut = document.onpaste = document.oncontextmenu = document.onselectstart = eat;
jump = function () { document.getElementById("tin").scrollIntoView(); };
</script>`,
    harm: 'getComputedStyle(document.getElementById("header")).position === "sticky" && !document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "a", bubbles: true, cancelable: true })) && (eaten = 0, true)',
  },
  {
    name: "a base address of the page", head: '<base href="/tin-tuc/2015/" target="_top">',
    harm: 'new URL("x", document.baseURI).pathname === "/tin-tuc/2015/x"',
  },
  {
    name: "another shadow root", element: "<x-frame></x-frame>",
    after: `<script>(function () { var root = document.querySelector("x-frame").attachShadow({ mode: "open" }); root.innerHTML = '<style>* { color: #c00; letter-spacing: 2px; font-size: 9px }</style><main></main>';
root.querySelector("main").innerHTML = ${JSON.stringify(ELEMENT)}; })();</script>`,
    harm: '!document.querySelector("dvk-registration")',
  },
];
