/* On paper nothing can be opened, so everything is open there. */
(() => {
  let closed = [];
  window.addEventListener('beforeprint', () => {
    closed = [...document.querySelectorAll('details:not([open])')];
    closed.forEach(part => { part.open = true; });
  });
  window.addEventListener('afterprint', () => closed.forEach(part => { part.open = false; }));
})();
