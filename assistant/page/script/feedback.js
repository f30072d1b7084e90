/* What the reader thinks of an answer. It stays in this browser until she saves it as a file or wipes it. */
const feedback = (() => {
  const JUDGEMENTS = 'regiovisie-oordelen';
  const USEFUL = 'Nuttig';

  const all = () => kept(JUDGEMENTS, []);
  const of = turn => all().find(judgement => judgement.question === turn.dataset.vraag);

  function sourcesOf(turn) {
    return [...turn.querySelectorAll('.bronnen a')].map(link => link.firstChild.textContent.trim());
  }

  function put(turn, changed) {
    const others = all().filter(judgement => judgement.question !== turn.dataset.vraag);
    keep(JUDGEMENTS, changed ? [...others, changed] : others);
    refresh();
  }

  function judge(turn, verdict) {
    const before = of(turn);
    const again = before?.verdict === verdict;
    put(turn, again ? null : {
      question: turn.dataset.vraag,
      verdict,
      note: before?.note ?? '',
      subjects: turn.dataset.onderdelen,
      sources: sourcesOf(turn),
      on: new Date().toLocaleDateString('nl-NL'),
    });
    announce(say(again ? 'oordeel_weg' : 'oordeel_bewaard'));
  }

  /** Shows of each turn what was said about it, and below the conversation how many. */
  function refresh() {
    for (const turn of document.querySelectorAll('.beurt')) {
      const verdict = of(turn)?.verdict;
      for (const button of turn.querySelectorAll('[data-oordeel]')) {
        button.setAttribute('aria-pressed', String(button.dataset.oordeel === verdict));
      }
      const note = turn.querySelector('.toelichting');
      if (!note) continue;
      note.hidden = !verdict || verdict === USEFUL;
      const field = note.querySelector('textarea');
      if (document.activeElement !== field) field.value = of(turn)?.note ?? '';
    }
    const number = all().length;
    show('oordelen', number > 0);
    const line = document.getElementById('oordelen-aantal');
    if (line) line.textContent = number === 1 ? say('oordelen_een') : say('oordelen_meer', { aantal: number });
  }

  function asText() {
    const blocks = all().map(judgement => [
      say('regel_oordeel', { tekst: judgement.verdict }),
      say('regel_vraag', { tekst: judgement.question }),
      judgement.note && say('regel_toelichting', { tekst: judgement.note }),
      judgement.subjects && say('regel_onderdelen', { tekst: judgement.subjects }),
      judgement.sources.length && say('regel_bronnen', { tekst: judgement.sources.join('; ') }),
      say('regel_datum', { tekst: judgement.on }),
    ].filter(Boolean).join('\n'));
    return [say('oordelen_kop', { versie: say('versie') }), say('oordelen_uitleg'), ...blocks].join('\n\n') + '\n';
  }

  document.addEventListener('click', event => {
    const button = event.target.closest('button');
    if (!button) return;
    if (button.dataset.oordeel) judge(button.closest('.beurt'), button.dataset.oordeel);
    else if (button.id === 'oordelen-bewaar') {
      saveFile(new Blob([asText()], { type: 'text/plain;charset=utf-8' }), say('bestand_oordelen'));
      announce(say('bewaard'));
    } else if (button.id === 'oordelen-wis') {
      keep(JUDGEMENTS, null);
      refresh();
      announce(say('oordelen_gewist'));
      document.querySelector('#vraagveld textarea').focus();
    }
  });

  document.addEventListener('input', event => {
    const turn = event.target.closest('.toelichting') && event.target.closest('.beurt');
    if (turn) put(turn, { ...of(turn), note: event.target.value });
  });

  return { refresh };
})();
