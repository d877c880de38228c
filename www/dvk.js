// The loader: one classic script tag. It brings in the element from beside itself and touches nothing else of the page.
(() => {
  const script = document.currentScript;
  if (!script || customElements.get('dvk-registration')) return;
  import(new URL('element.js', script.src).href).catch((error) => console.error('dvk: element.js', error));
})();
