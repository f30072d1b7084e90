/* The conversation. The browser holds it; the server answers one question at a time and keeps none. */
const conversation = (() => {
  const QUESTIONS = 'regiovisie-gesprek';
  const MAY_KEEP = 'regiovisie-onthouden';
  let questions = kept(QUESTIONS, []).filter(question => typeof question === 'string');
  let started = false;
  let unread = 0; // turns of which the question may not be kept
  let chosen = null; // a question that was clicked, not typed
  let wiped = null;
  let round = 0; // goes up when the conversation is wiped
  let askedIn = 0; // the round in which the last question was asked
  let restoring = Promise.resolve();
  let patience;

  const turns = () => document.getElementById('beurten');
  const field = () => document.querySelector('#vraagveld textarea');

  function remember() {
    keep(QUESTIONS, kept(MAY_KEEP, true) && questions.length ? questions : null);
  }

  /** Brings what is on the page in line with whether there is a conversation. */
  function refresh() {
    const begun = turns().childElementCount > 0;
    show('begin', !begun);
    show('voorbeelden', !begun);
    show('dit-gesprek', begun);
    show('zet-terug', !begun && wiped !== null);
    const box = document.getElementById('onthoud');
    if (box) box.checked = kept(MAY_KEEP, true);
    feedback.refresh();
  }

  function add(html) {
    turns().insertAdjacentHTML('beforeend', html);
    refresh();
  }

  async function restore(earlier) {
    try {
      turns().insertAdjacentHTML('afterbegin', await (await post('html', earlier)).text());
      refresh();
      announce(say('hersteld'));
    } catch {
      announce(say('niet_hersteld'));
    }
  }

  /** Called when the place for the conversation is on the page; gradio may do so more than once. */
  function start() {
    if (!started && questions.length) restoring = restore([...questions]);
    started = true;
    refresh();
  }

  async function post(form, asked) {
    const reply = await fetch(`gesprek/${form}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ questions: asked }),
    });
    if (!reply.ok) throw new Error(reply.status);
    return reply;
  }

  /** What goes to the server: the question, and the earlier ones with the number of this one. */
  function asked(typed) {
    const text = chosen ?? typed;
    chosen = null;
    wiped = null;
    askedIn = round;
    clearTimeout(patience);
    patience = setTimeout(() => { waiting(say('bezig')); }, 400);
    return [text, { questions, number: questions.length + unread + 1 }];
  }

  function waiting(text) {
    const line = document.getElementById('bezig');
    if (line) line.textContent = text;
  }

  /** Takes the newest turn; empty when there is none, because something was wrong with the question. */
  async function answered(html) {
    ready();
    if (askedIn !== round) empty(); // it was wiped in the meantime
    if (!html || askedIn !== round) return;
    await restoring;
    add(html);
    const newest = turns().lastElementChild;
    if (newest.dataset.vraag) questions.push(newest.dataset.vraag);
    else unread += 1;
    remember();
    goTo(newest);
  }

  function ready() {
    clearTimeout(patience);
    waiting('');
  }

  /** Brings a turn into view, and the reading place of a screen reader with it. */
  function goTo(turn) {
    turn.scrollIntoView({ block: 'start' });
    turn.querySelector('.vraag').focus({ preventScroll: true });
  }

  /** Asks a question that was clicked. */
  function ask(text) {
    chosen = text;
    document.getElementById('stel-vraag').click();
  }

  function empty() {
    field().value = '';
    field().dispatchEvent(new Event('input', { bubbles: true }));
  }

  function wipe() {
    wiped = { questions, unread, turns: [...turns().children] };
    questions = [];
    unread = 0;
    turns().replaceChildren();
    remember();
    refresh();
    announce(say('gewist'));
    round += 1;
    empty();
    field().focus();
  }

  function putBack() {
    ({ questions, unread } = wiped);
    turns().replaceChildren(...wiped.turns);
    wiped = null;
    remember();
    refresh();
    goTo(turns().lastElementChild);
    announce(say('teruggezet'));
  }

  async function save(form) {
    try {
      saveFile(await (await post(form, questions)).blob(), `${say('bestand_gesprek')}.${form}`);
      announce(say('bewaard'));
    } catch {
      connection.tell(say('niet_bewaard'));
    }
  }

  document.addEventListener('click', event => {
    const button = event.target.closest('button');
    if (!button) return;
    if (button.dataset.stel) ask(button.dataset.stel);
    else if (button.dataset.bewaar) save(button.dataset.bewaar);
    else if (button.id === 'begin-opnieuw') wipe();
    else if (button.closest('#zet-terug')) putBack();
  });

  document.addEventListener('change', event => {
    if (event.target.id !== 'onthoud') return;
    keep(MAY_KEEP, event.target.checked ? null : false);
    remember();
    announce(say(event.target.checked ? 'onthouden' : 'niet_onthouden'));
  });

  return { start, refresh, asked, answered, ready, ask };
})();
