/* Gives each tab an address: /#tab-toets opens that tab, and a reload stays where the reader was. */
(() => {
  function open() {
    const button = document.getElementById(`${location.hash.slice(1)}-button`);
    if (button && button.getAttribute('aria-selected') !== 'true') button.click();
    return button;
  }

  document.addEventListener('click', event => {
    const button = event.target.closest('#tabbladen [role="tab"]');
    if (button) history.replaceState(null, '', `#${button.id.replace(/-button$/, '')}`);
  });
  window.addEventListener('hashchange', open);

  if (location.hash.startsWith('#tab-')) {
    const waiting = new MutationObserver(() => { if (open()) waiting.disconnect(); });
    waiting.observe(document.documentElement, { childList: true, subtree: true });
  }
})();
