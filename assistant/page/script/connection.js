/* Tells in Dutch that the server is gone or that something failed; gradio's own notices are English, and hidden. */
const connection = (() => {
  const UNSENT = 'regiovisie-onverzonden';
  let lost = false;

  function tell(text) {
    document.getElementById('verbinding').textContent = text;
  }

  /** Gradio reloads the page when the server is back; what stood in the fields comes along. */
  function saveUnsent() {
    if (!lost) return;
    const fields = [...document.querySelectorAll('[id] > label textarea')];
    const texts = Object.fromEntries(fields.map(field => [field.closest('[id]').id, field.value]));
    sessionStorage.setItem(UNSENT, JSON.stringify(texts));
  }

  function putBackUnsent() {
    const texts = JSON.parse(sessionStorage.getItem(UNSENT) ?? '{}');
    for (const [id, text] of Object.entries(texts)) {
      const field = document.querySelector(`#${CSS.escape(id)} textarea`);
      if (!field) continue;
      field.value = text;
      field.dispatchEvent(new Event('input', { bubbles: true }));
      delete texts[id];
    }
    if (Object.keys(texts).length) sessionStorage.setItem(UNSENT, JSON.stringify(texts));
    else sessionStorage.removeItem(UNSENT);
  }

  function heard(notice) {
    lost = /connection/i.test(notice.textContent);
    conversation.ready();
    tell(say(lost ? 'geen_verbinding' : 'fout'));
  }

  new MutationObserver(changes => {
    for (const node of changes.flatMap(change => [...change.addedNodes])) {
      if (node.nodeType !== Node.ELEMENT_NODE) continue;
      const notice = node.matches('.toast-body') ? node : node.querySelector('.toast-body');
      if (notice) heard(notice);
      if (node.querySelector('textarea')) putBackUnsent();
    }
  }).observe(document.documentElement, { childList: true, subtree: true });

  document.addEventListener('click', () => { if (!lost) tell(''); });
  window.addEventListener('pagehide', saveUnsent);

  return { tell };
})();
