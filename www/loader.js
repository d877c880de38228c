// The three placeholders of a page and when they become forms. It touches nothing else of the page, and leaves a placeholder as it is until the form can come.
//
// `<dvk-registration>` becomes a form by itself when the element is defined; `<div class="dvk-registration" data-…>` and `<a class="dvk-registration" href>`,
// for editors that strip unknown tags, get one inside. Placeholders in open shadow roots are found when the page has loaded, not when they come later.

const TAG = 'dvk-registration';
const PLACES = `${TAG},div.${TAG},a.${TAG}`;
const FILES = Symbol.for('dvk.files');
/** What a placeholder may set. */
const OPTIONS = ['portal', 'guideline', 'name', 'lang', 'drafts', 'year'];

/** Data- attributes; of a link also the query, since editors keep an address when they strip everything else, or the portal file that it leads to. */
function asked(one, name) {
  const given = one.dataset[name];
  if (given !== undefined || !one.href) return given;
  const { pathname, href, searchParams } = new URL(one.href);
  return name === 'portal' && pathname.slice(-5) === '.json' ? href : searchParams.get(name);
}

/** Now, or when the page has loaded. */
function loaded(act) {
  if (document.readyState === 'complete') act();
  else addEventListener('load', act, { once: true });
}

/** A div or a link gets the form inside; what was in it is the fallback content. */
function become(one) {
  if (one.localName === TAG || one.querySelector(TAG)) return;
  const form = document.createElement(TAG);
  for (const name of OPTIONS) {
    const value = asked(one, name);
    if (value != null) form.setAttribute(name, value);
  }
  if (one.localName === 'a') {
    // A click in a box must not follow the link around it: the link itself moves inside, for the case that the form does not start.
    const link = one.cloneNode(true);
    link.removeAttribute('class');
    link.removeAttribute('id');
    one.removeAttribute('href');
    one.style.textDecoration = 'none';
    one.textContent = '';
    form.append(link);
  }
  while (one.firstChild) form.append(one.firstChild);
  one.append(form);
}

/** Keeps room, so that what stands below does not jump when the form comes; until it is ready or has failed. */
function reserve(one) {
  const { style } = one;
  const { display, minHeight } = style;
  // A flow root keeps the margins of what is in it, which go away with it.
  if (/^(inline|block)$/.test(getComputedStyle(one).display)) style.display = 'flow-root';
  style.minHeight = '100vh';
  const free = () => {
    style.display = display;
    style.minHeight = minHeight;
    if (!one.getAttribute('style')) one.removeAttribute('style');
  };
  for (const event of ['dvk-ready', 'dvk-error']) one.addEventListener(event, free, { once: true });
}

/**
 * Takes the page's one global, `dvk`, and hands the files to the element. The first on a page wins: false for the others, and another version says so.
 *
 * @param {string} version @param {import('./files.js').Files} files
 */
export function claim(version, files) {
  const first = Object.hasOwn(window, 'dvk') ? window.dvk : undefined;
  const there = customElements.get(TAG);
  const known = first?.[FILES];
  if (known ? first.version !== version || known.base !== files.base : there && there.version !== version) {
    console.warn(`dvk: trang đã có phiên bản ${known ? `${first.version} tại ${known.base}` : there.version}; bản ${version} tại ${files.base} không được dùng`);
    return false;
  }
  if (known) return false;
  // What is wrong with a page is looked at by a file of its own: asked for in the console, or by ?dvk-doctor in the address.
  // It comes without its hash where the page allows no requests: that is what it is to tell.
  const asked = (what) => files.bring('doctor.js').catch(() => import(`${files.base}doctor.js`)).then((doctor) => doctor[what](files, version));
  if (/[?&]dvk-doctor\b/.test(location.search)) loaded(() => asked('show').catch((error) => console.error('dvk:', error)));
  if (first === undefined) window.dvk = { version, doctor: () => asked('doctor'), [FILES]: files };
  else console.warn('dvk: trang dùng tên «dvk» cho việc khác; biểu mẫu vẫn chạy');
  return true;
}

/** Says below a placeholder that its form did not come, and offers to try again. @param {Element} one @param {() => void} again */
export function offer(one, again) {
  const line = document.createElement('p');
  const button = document.createElement('button');
  line.setAttribute('role', 'status');
  button.type = 'button';
  button.textContent = 'Thử lại';
  button.onclick = () => {
    line.remove();
    again();
  };
  line.append('Biểu mẫu chưa tải được. ', button);
  one[one.localName === 'a' ? 'after' : 'append'](line);
  return line;
}

/** @param {() => Promise<unknown>} bring loads the element; called when a placeholder comes near, and again when the person asks for it */
export function watch(bring) {
  /** What is known of a placeholder; the sentence below it when the form did not come. @type {WeakMap<Element, Element | null>} */
  const known = new WeakMap();
  let defined = customElements.get(TAG);
  let loading, wrong, waiting;

  const load = () => {
    loading ||= bring().then(() => {
      defined = true;
      near?.disconnect();
      scan();
    }, (error) => {
      wrong = error;
      console.error('dvk:', error);
      scan();
    });
  };
  // Two screens before it is seen. Without such a thing the form comes at once.
  const near = window.IntersectionObserver && new IntersectionObserver((all) => {
    for (const { isIntersecting } of all) if (isIntersecting) load();
  }, { rootMargin: '1400px' });

  function look(root) {
    for (const one of root.querySelectorAll(PLACES)) {
      const line = known.get(one);
      if (line && !wrong) {
        line.remove();
        known.set(one, null);
      }
      if (defined) become(one);
      else if (line === undefined) {
        known.set(one, null);
        reserve(one);
        if (near) near.observe(one);
        else load();
      }
      if (wrong && !line) {
        known.set(one, offer(one, () => {
          loading = wrong = null;
          scan();
          load();
        }));
        one.dispatchEvent(new CustomEvent('dvk-error', { detail: { error: wrong }, bubbles: true, composed: true }));
      }
    }
  }

  const scan = () => look(document);
  // At once, before it is painted, and then not more often than twenty times a second.
  const soon = () => {
    if (waiting) return;
    waiting = setTimeout(() => { waiting = 0; scan(); }, 50);
    scan();
  };

  new MutationObserver(soon).observe(document, { childList: true, subtree: true });
  const deep = () => { for (const { shadowRoot } of document.querySelectorAll('*')) if (shadowRoot) look(shadowRoot); };
  loaded(deep);
  scan();
}
