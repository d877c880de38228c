// Elements of the shelf; never from markup.

/** An element with text; buttons carry what they do, as those of the form. */
export function make(tag, className, text, action, on) {
  const one = document.createElement(tag);
  if (className) one.className = className;
  if (text) one.textContent = text;
  if (tag === 'button') {
    one.type = 'button';
    one.setAttribute('part', 'button');
    one.dataset.action = action;
    if (on !== undefined) one.dataset.on = on;
  }
  return one;
}
