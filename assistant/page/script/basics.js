/* What every script uses: our sentences, a spoken notice, what this browser keeps, and a file to save. */

/** The sentence with this name from templates/pagina.toml, its {blanks} filled. */
function say(name, values = {}) {
  const sentences = JSON.parse(document.getElementById('zinnen').textContent);
  return sentences[name].replace(/\{(\w+)\}/g, (_, blank) => values[blank]);
}

/** Lets a screen reader say `text`; the same text twice is said twice. */
function announce(text) {
  const notice = document.getElementById('gemeld');
  notice.textContent = '';
  setTimeout(() => { notice.textContent = text; }, 50);
}

/** What this browser keeps under `key`; `otherwise` when there is nothing, or nothing that can be read. */
function kept(key, otherwise) {
  try {
    return JSON.parse(localStorage.getItem(key)) ?? otherwise;
  } catch {
    return otherwise;
  }
}

/** Keeps `value` in this browser; null takes it away. A browser that may keep nothing just does not. */
function keep(key, value) {
  try {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(value));
  } catch {
    /* private windows and full disks: the page works without */
  }
}

/** Puts a file with the reader's downloads. */
function saveFile(content, name) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}

/** Shows or hides the element with this id, when it is there. */
function show(id, visible) {
  const element = document.getElementById(id);
  if (element) element.hidden = !visible;
}
