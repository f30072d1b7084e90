// The list of sources: asks before it does something, keeps open and in focus what was, and takes dropped files.
const tab = element.closest('[role=tabpanel]');
const open = new Set();
let actedOn = null;  // the row whose button was pressed, until the list shows what came of it

element.addEventListener('toggle', event => {
  const id = event.target.dataset.id;
  if (id) event.target.open ? open.add(id) : open.delete(id);
}, true);

watch('value', () => {
  for (const row of element.querySelectorAll('details[data-id]')) row.open = open.has(row.dataset.id);
  if (actedOn === null) return;
  const active = document.activeElement;
  if (!active || active === document.body || element.contains(active))
    (document.getElementById(`rij-${actedOn}`) ?? document.getElementById('bronnen-kop')).focus();
  actedOn = null;
});

element.addEventListener('click', event => {
  const button = event.target.closest('button[data-verb]');
  if (!button) return;
  const dialog = tab.querySelector('dialog.zeker');
  dialog.querySelector('p').textContent = button.dataset.question;
  dialog.querySelector('[value=yes]').textContent = button.dataset.yes;
  dialog.returnValue = '';
  dialog.onclose = () => {
    if (dialog.returnValue !== 'yes') return;
    actedOn = button.dataset.id ?? '';
    trigger('click', {verb: button.dataset.verb, id: actedOn});
  };
  dialog.showModal();
});

const field = () => tab.querySelector('input[type=file]');
const carriesFiles = event => field() && event.dataTransfer?.types.includes('Files');

tab.addEventListener('dragover', event => {
  if (!carriesFiles(event)) return;
  event.preventDefault();
  tab.classList.add('sleept');
});
tab.addEventListener('dragleave', event => {
  if (!tab.contains(event.relatedTarget)) tab.classList.remove('sleept');
});
tab.addEventListener('drop', event => {
  if (!carriesFiles(event)) return;
  event.preventDefault();
  tab.classList.remove('sleept');
  const input = field();
  input.files = event.dataTransfer.files;
  input.dispatchEvent(new Event('change', {bubbles: true}));
});
