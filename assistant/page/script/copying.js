/* Copies a text with one click: <button data-kopieer="id of the text">. */
(() => {
  const copied = new Set(); // the buttons that tell of it just now

  /** For a page that is not served over https: the browser then only copies what is selected. */
  function copySelected(element) {
    const selection = window.getSelection();
    selection.selectAllChildren(element);
    const done = document.execCommand('copy');
    if (done) selection.removeAllRanges(); // else the reader can copy what is selected
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
    if (copied.has(button)) return;
    copied.add(button);
    const name = [...button.childNodes];
    button.replaceChildren(say(done ? 'gekopieerd' : 'geselecteerd'));
    setTimeout(() => {
      button.replaceChildren(...name);
      copied.delete(button);
    }, 2500);
  });
})();
