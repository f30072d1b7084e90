// The checklist in the browser: fills the fields, keeps them in localStorage, and asks the server for every rule.
// Nothing but this browser keeps the list. `element` is the part of the page that gradio gives us.
const KEY = 'checklist-regiovisie', PREVIOUS = `${KEY}-vorige`, UNREADABLE = `${KEY}-onleesbaar`;
const WAIT = 200; // milliseconds after the last key before the progress is drawn anew
const root = element.querySelector('.checklist');
const sentences = JSON.parse(root.dataset.zinnen);
const tasks = [...root.querySelectorAll('.taak')];
const find = selector => root.querySelector(selector);
const field = (task, name) => task.querySelector(`[name=${name}]`);

function tell(place, said, wrong = '') {
  const [status, alert] = find(`[data-plek=${place}]`).children;
  status.textContent = said;
  alert.textContent = wrong;
}

async function ask(task, body) {
  const reply = await fetch(`checklist/${task}`, {method: 'POST', body}).catch(() => {
    throw new Error(sentences.geen_verbinding);
  });
  if (reply.ok) return reply;
  const {error} = await reply.json().catch(() => ({}));
  throw new Error(error ?? sentences.geen_verbinding);
}

// Do what was asked for; what goes wrong is told in the same place.
async function attempt(place, work) {
  try {
    tell(place, (await work()) ?? '');
  } catch (error) {
    tell(place, '', error.message);
  }
}

function collect() {
  return {
    kind: root.dataset.soort,
    format: Number(root.dataset.vorm),
    region: find('#checklist-regio').value,
    items: tasks.map(task => ({
      id: task.dataset.item,
      status: field(task, 'status').value,
      note: field(task, 'note').value,
      owner: field(task, 'owner').value,
      by_hand: 'hand' in task.dataset,
    })),
  };
}

function put(worklist) {
  find('#checklist-regio').value = worklist.region;
  const entries = new Map(worklist.items.map(entry => [entry.id, entry]));
  for (const task of tasks) {
    const entry = entries.get(task.dataset.item);
    for (const name of ['status', 'note', 'owner']) field(task, name).value = entry[name];
    task.toggleAttribute('data-hand', entry.by_hand);
    mark(task);
  }
}

function mark(task) {
  const {value, options} = field(task, 'status');
  task.dataset.status = value;
  task.querySelector('.herkomst').hidden = 'hand' in task.dataset || value === options[0].value;
}

function store(key, text) {
  try {
    localStorage.setItem(key, text);
    return true;
  } catch { // the browser keeps nothing, or is full
    tell('boven', '', sentences.bewaard_niet);
    return false;
  }
}

function stored(key) {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function keep() {
  store(KEY, JSON.stringify(collect()));
}

let asked = 0;
async function draw(text) {
  const turn = ++asked;
  const standing = await (await ask('stand', text)).json();
  if (turn === asked) show(standing);
  return standing.worklist;
}

function show({progress, afspraken}) {
  find('#checklist-voortgang').innerHTML = progress;
  find('#checklist-afspraken').innerHTML = afspraken;
}

let waiting;
function drawSoon() {
  clearTimeout(waiting);
  waiting = setTimeout(() => attempt('boven', () => draw(JSON.stringify(collect())).then(() => '')), WAIT);
}

// Put another list in the place of this one, which can be brought back.
function replaceBy(worklist) {
  if (store(PREVIOUS, JSON.stringify(collect()))) find('[data-doe=terug]').hidden = false;
  put(worklist);
  keep();
}

async function open(text) {
  replaceBy(await draw(text));
}

async function load() {
  const text = stored(KEY);
  find('[data-doe=terug]').hidden = stored(PREVIOUS) === null;
  if (text === null) return;
  try {
    put(await draw(text));
  } catch (error) {
    if (error.message === sentences.geen_verbinding) throw error;
    store(UNREADABLE, text);
    throw new Error(sentences.onleesbaar);
  }
}

const ACTIONS = {
  async samenvatting() {
    saveFile(await (await ask('samenvatting', JSON.stringify(collect()))).blob(), 'samenvatting-regiovisie.docx');
    return sentences.samengevat;
  },
  opslaan() {
    const text = JSON.stringify(collect(), null, 2);
    saveFile(new Blob([text], {type: 'application/json'}), 'checklist-regiovisie.json');
    return sentences.opgeslagen;
  },
  openen() {
    find('#checklist-bestand').click();
  },
  async leeg() {
    const empty = {...collect(), items: []};
    await open(JSON.stringify(empty));
    return sentences.geleegd;
  },
  async terug() {
    await open(stored(PREVIOUS));
    return sentences.teruggezet;
  },
};

async function makeScaffold(form) {
  const chosen = new FormData(form);
  const {region, items} = collect();
  const plan = {
    region,
    province: chosen.get('province'),
    parts: chosen.getAll('parts'),
    not_applicable: items.filter(item => item.status === 'niet-van-toepassing').map(item => item.id),
  };
  saveFile(await (await ask('raamwerk', JSON.stringify(plan))).blob(), 'raamwerk-regiovisie.docx');
  return sentences.gemaakt;
}

async function takeOver(verdicts) {
  const body = JSON.stringify({worklist: collect(), verdicts});
  const standing = await (await ask('overnemen', body)).json();
  replaceBy(standing.worklist);
  show(standing);
  return standing.said;
}

function shown() {
  return new Promise(resolve => {
    const look = () => (root.offsetParent ? resolve() : requestAnimationFrame(look));
    look();
  });
}

root.addEventListener('input', event => {
  const task = event.target.closest('.taak');
  if (!task && event.target.id !== 'checklist-regio') return;
  if (event.target.name === 'status') {
    task.setAttribute('data-hand', '');
    task.setAttribute('data-blijft', ''); // it may not vanish from under the hand that changed it
    mark(task);
  }
  keep();
  drawSoon();
});

root.addEventListener('change', event => {
  if (event.target.name === 'toon-stand') {
    tasks.forEach(task => task.removeAttribute('data-blijft'));
    tell('filter', sentences.getoond + tasks.filter(task => task.offsetParent).length);
  }
  if (event.target.id === 'checklist-bestand') {
    const [file] = event.target.files;
    attempt('bewaren', async () => {
      if (file.size > Number(root.dataset.meeste)) throw new Error(sentences.te_groot);
      await open(await file.text());
      return sentences.geopend;
    }).finally(() => { event.target.value = ''; });
  }
});

root.addEventListener('click', event => {
  const button = event.target.closest('[data-doe]');
  if (button) attempt('bewaren', () => ACTIONS[button.dataset.doe]());
});

root.addEventListener('submit', event => {
  event.preventDefault();
  attempt('raamwerk', () => makeScaffold(event.target));
});

// A button of the review, anywhere on the page, with the verdicts in `data-oordelen`.
document.addEventListener('click', async event => {
  const button = event.target.closest('[data-oordelen]');
  if (!button || !root.isConnected) return;
  await attempt('boven', () => takeOver(JSON.parse(button.dataset.oordelen)));
  document.getElementById('tab-checklist-button').click();
  await shown();
  find('#checklist-kop').focus();
});

addEventListener('storage', event => {
  if (event.key === KEY && root.isConnected) attempt('boven', load); // changed in another window
});

// Nothing can be typed before what was kept is back: until then the list is inert.
attempt('boven', load).finally(() => { root.inert = false; });
