// The list of sources: asks before it does something, keeps open what was open, and takes files that are dropped on it.
const open = new Set();

element.addEventListener('toggle', event => {
  const id = event.target.dataset.id;
  if (id) event.target.open ? open.add(id) : open.delete(id);
}, true);

watch('value', () => {
  for (const row of element.querySelectorAll('details[data-id]')) row.open = open.has(row.dataset.id);
});

element.addEventListener('click', event => {
  const button = event.target.closest('button[data-verb]');
  if (!button) return;
  const dialog = element.querySelector('dialog');
  dialog.querySelector('p').textContent = button.dataset.question;
  dialog.querySelector('[value=yes]').textContent = button.dataset.yes;
  dialog.returnValue = '';
  dialog.onclose = () => {
    if (dialog.returnValue !== 'yes') return;
    element.dataset.last = button.dataset.id ?? '';
    trigger('click', {verb: button.dataset.verb, id: button.dataset.id ?? ''});
  };
  dialog.showModal();
});

const tab = element.closest('[role=tabpanel]');
const field = () => tab.querySelector('#bestand-erbij input[type=file]');
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
