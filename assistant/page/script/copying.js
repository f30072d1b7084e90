/* Copies a text with one click: <button data-kopieer="id of the text">. */
(() => {
  /** For a page that is not served over https: the browser then only copies what is selected. */
  function copySelected(element) {
    const selection = window.getSelection();
    selection.selectAllChildren(element);
    const done = document.execCommand('copy');
    selection.removeAllRanges();
    return done;
  }

  async function copy(element) {
    if (!navigator.clipboard) return copySelected(element);
    try {
      await navigator.clipboard.writeText(element.innerText);
      return true;
    } catch {
      return copySelected(element);
    }
  }

  document.addEventListener('click', async event => {
    const button = event.target.closest('button[data-kopieer]');
    if (!button) return;
    const done = await copy(document.getElementById(button.dataset.kopieer));
    announce(say(done ? 'gekopieerd_gezegd' : 'niet_gekopieerd'));
    if (!done || button.dataset.naam) return;
    button.dataset.naam = button.textContent;
    button.textContent = say('gekopieerd');
    setTimeout(() => {
      button.textContent = button.dataset.naam;
      delete button.dataset.naam;
    }, 2500);
  });
})();
