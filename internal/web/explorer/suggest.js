// The search box: what is meant by the words so far, while they are typed. A combobox as the ARIA authoring practices describe it.

import { ask } from './api.js';
import { el } from './dom.js';
import { best, hint, long, title } from './hits.js';
import { label } from './labels.js';
import { go, to, toNode } from './route.js';
import { language, t } from './words.js';

const patience = 120; // ms after the last key
const most = 8; // suggestions

// searchBox is the form at the head of each screen.
export function searchBox() {
  const state = { hits: [], words: '', active: -1, asking: new AbortController(), timer: 0 };
  const list = el('ul', { id: 'suggestions', role: 'listbox', 'aria-label': t('search'), hidden: true });
  const told = el('span', { class: 'unseen', role: 'status' });
  const input = el('input', {
    type: 'search', id: 'words', role: 'combobox', autocomplete: 'off', spellcheck: 'false', enterkeyhint: 'search',
    'aria-label': t('searchLabel'), 'aria-expanded': 'false', 'aria-controls': 'suggestions', 'aria-autocomplete': 'list',
    placeholder: t('searchHint'),
  });
  const close = () => {
    list.hidden = true;
    input.setAttribute('aria-expanded', 'false');
    activate(-1);
  };
  const activate = (i) => {
    state.active = i;
    [...list.children].forEach((o, n) => o.setAttribute('aria-selected', String(n === i)));
    if (i < 0) input.removeAttribute('aria-activedescendant');
    else input.setAttribute('aria-activedescendant', list.children[i].id);
    list.children[i]?.scrollIntoView({ block: 'nearest' });
  };
  const open = (address) => {
    stop();
    close();
    input.blur();
    go(address);
  };
  const stop = () => {
    clearTimeout(state.timer);
    state.asking.abort();
    state.asking = new AbortController();
  };
  // look asks for what is meant by the words; of several questions only the last one's answer counts.
  const look = async (words) => {
    stop();
    const { signal } = state.asking;
    const data = words && !long(words) ? await ask('Suggest', { query: words }, signal) : null;
    if (signal.aborted) return;
    state.words = words;
    state.hits = data ? [...best(data.entities.edges).slice(0, most), ...data.articles.edges] : [];
    list.replaceChildren(...state.hits.map((hit, i) => option(hit, i, () => open(toNode(hit.node)))));
    list.hidden = state.hits.length === 0;
    input.setAttribute('aria-expanded', String(!list.hidden));
    told.textContent = words ? t('suggestions', state.hits.length) : '';
    activate(-1);
  };
  const typed = (e) => {
    clearTimeout(state.timer);
    activate(-1);
    if (e.isComposing) return; // pinyin on its way to characters
    state.timer = setTimeout(() => look(input.value.trim()).catch(close), patience);
  };
  // enter opens the suggestion that is chosen, else the first one; where there is none the screen of results says so.
  const enter = async () => {
    const words = input.value.trim();
    if (!words) return;
    const chosen = state.hits[state.active];
    try {
      if (state.words !== words) await look(words);
    } catch (fault) {
      if (fault.name === 'AbortError') return;
      state.hits = []; // the screen of results asks again and tells what is wrong
    }
    const hit = chosen ?? state.hits[0];
    open(hit ? toNode(hit.node) : to('search', '', { q: words }));
  };
  const keys = (e) => {
    if (e.isComposing || e.keyCode === 229) return; // keys of the input method; 229 is how Safari says so
    const n = list.hidden ? 0 : state.hits.length;
    if (e.key === 'Enter') enter();
    else if (e.key === 'Escape') close();
    else if (e.key === 'ArrowDown' && n > 0) activate((state.active + 1) % n);
    else if (e.key === 'ArrowUp' && n > 0) activate((state.active <= 0 ? n : state.active) - 1);
    else return;
    e.preventDefault();
  };
  input.addEventListener('input', typed);
  input.addEventListener('compositionend', typed);
  input.addEventListener('keydown', keys);
  input.addEventListener('focus', () => state.hits.length > 0 && state.words === input.value.trim() && look(state.words).catch(close));
  input.addEventListener('blur', close);
  const all = el('button', { type: 'submit' }, t('all'));
  const submit = (e) => {
    e.preventDefault();
    if (input.value.trim()) open(to('search', '', { q: input.value.trim() }));
  };
  return el('form', { role: 'search', class: 'search', lang: language, submit }, el('div', { class: 'box' }, input, list), all, told);
}

// option is one suggestion. It is chosen before the box loses the focus.
function option(hit, i, choose) {
  const down = (e) => {
    e.preventDefault();
    if (e.button === 0) choose();
  };
  return el(
    'li',
    { role: 'option', id: `suggestion-${i}`, 'aria-selected': 'false', mousedown: down },
    el('span', { class: 'kind' }, label('type', hit.node.__typename)),
    el('span', { class: 'name' }, title(hit)),
    el('span', { class: 'known' }, hint(hit)),
  );
}
