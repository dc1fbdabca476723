// A list of tenures as of a day, which a control above it chooses; the address keeps the choice.

import { el } from './dom.js';
import { note } from './route.js';
import { section } from './section.js';
import { t } from './words.js';

const patience = 250; // ms after the last key

// dated is a section of a day: that of the address (?on=), else the last one that the graph knows or all times, as what.dated says. Where
// what.titled says so, the posts can be narrowed by words of their titles (?title=).
export function dated(what, id, params, lastDay, signal) {
  const otherwise = what.dated === 'last' ? lastDay : '';
  const on = params.get('on') ?? '';
  let day = on === 'all' ? '' : /^\d{4}-\d\d-\d\d$/.test(on) ? on : otherwise;
  let title = params.get('title') ?? '';
  const box = el('div');
  let showing = new AbortController();
  const show = () => {
    showing.abort();
    showing = new AbortController();
    const used = controls.contains(document.activeElement) && document.activeElement;
    const variables = { id, day: day || null, ...(what.titled && { title }) };
    box.replaceChildren(section(what, variables, AbortSignal.any([signal, showing.signal]), controls));
    if (used) used.focus(); // the controls have moved
  };
  const choose = (value) => {
    if (signal.aborted) return; // the address is another screen's
    day = input.value = value;
    note('on', value === otherwise ? '' : value || 'all', true);
    show();
  };
  const narrow = (words) => {
    if (signal.aborted) return;
    title = words;
    note('title', title, false);
    show();
  };
  const input = el('input', { type: 'date', value: day, change: () => choose(input.value) });
  const all = el('button', { type: 'button', class: 'quiet', click: () => choose('') }, t('allTimes'));
  const controls = el('div', { class: 'controls' }, el('label', {}, t('on'), ' ', input), all, what.titled && filter(title, narrow));
  show();
  return box;
}

// filter is a box for words of a title; it hands them to narrow when they have changed and nothing more is typed.
function filter(title, narrow) {
  let timer;
  let last = title;
  const changed = () => {
    const now = words.value.trim();
    if (now !== last) narrow(now);
    last = now;
  };
  const later = (e) => {
    clearTimeout(timer);
    if (!e.isComposing) timer = setTimeout(changed, patience);
  };
  const name = t('filterTitle');
  const words = el('input', { type: 'search', value: title, placeholder: name, 'aria-label': name, input: later, compositionend: later });
  return words;
}
