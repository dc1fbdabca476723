// A box in which one types words and chooses what is meant by them, as the ARIA authoring practices describe a combobox with a list.

import { ask } from './api.js';
import { el } from './dom.js';
import { hint, long, title } from './hits.js';
import { label } from './labels.js';
import { t } from './words.js';

const patience = 120; // ms after the last key

// Combobox has the element `box`, with `input` in it. It is made of
//   id      of the input
//   name    what it is for, for those who can't see it
//   hint    what stands in it while it is empty
//   texts   whether articles are suggested too
//   chosen  called with the node that is chosen
//   none    called with the words, where they mean nothing
export class Combobox {
  #of;
  #list;
  #told = el('span', { class: 'unseen', role: 'status' });
  #hits = []; // what #words mean
  #words = '';
  #active = -1; // place of the hit that the arrow keys have reached
  #asking = new AbortController();
  #timer = 0;

  constructor(of) {
    this.#of = of;
    const list = `${of.id}-list`;
    this.#list = el('ul', { id: list, role: 'listbox', class: 'suggestions', 'aria-label': of.name, hidden: true });
    this.input = el('input', {
      type: 'search', id: of.id, role: 'combobox', autocomplete: 'off', spellcheck: 'false', placeholder: of.hint,
      'aria-label': of.name, 'aria-expanded': 'false', 'aria-controls': list, 'aria-autocomplete': 'list',
      input: (e) => this.#typed(e),
      compositionend: (e) => this.#typed(e),
      keydown: (e) => this.#key(e),
      focus: () => this.#unfold(this.#hits.length > 0 && this.#words === this.#now()),
      blur: () => this.#unfold(false),
    });
    this.box = el('div', { class: 'box' }, this.input, this.#list, this.#told);
  }

  // leave ends what the box is doing.
  leave() {
    this.#stop();
    this.#unfold(false);
    this.input.blur();
  }

  #now() {
    return this.input.value.trim();
  }

  #stop() {
    clearTimeout(this.#timer);
    this.#asking.abort();
    this.#asking = new AbortController();
  }

  #unfold(open) {
    this.#list.hidden = !open;
    this.input.setAttribute('aria-expanded', String(open));
    this.#reach(-1);
  }

  #reach(i) {
    this.#active = i;
    const options = [...this.#list.children];
    options.forEach((o, n) => o.setAttribute('aria-selected', String(n === i)));
    if (i < 0) this.input.removeAttribute('aria-activedescendant');
    else this.input.setAttribute('aria-activedescendant', options[i].id);
    options[i]?.scrollIntoView({ block: 'nearest' });
  }

  #choose(hit) {
    this.leave();
    this.#of.chosen(hit.node);
  }

  // #look asks for what is meant by the words; of several questions only the last one's answer counts.
  async #look(words) {
    this.#stop();
    const { signal } = this.#asking;
    const data = words && !long(words) ? await ask('Suggest', { query: words, texts: this.#of.texts }, signal) : null;
    if (signal.aborted) return;
    this.#words = words;
    this.#hits = data ? [...data.entities.edges, ...(data.articles?.edges ?? [])] : [];
    this.#list.replaceChildren(...this.#hits.map((hit, i) => option(hit, `${this.#of.id}-${i}`, () => this.#choose(hit))));
    this.#told.textContent = words ? t('suggestions', this.#hits.length) : '';
    this.#unfold(this.#hits.length > 0);
  }

  #typed(e) {
    clearTimeout(this.#timer);
    this.#reach(-1);
    if (e.isComposing) return; // pinyin on its way to characters
    this.#timer = setTimeout(() => this.#look(this.#now()).catch(() => this.#unfold(false)), patience);
  }

  // #enter takes the suggestion that is reached, else the first one.
  async #enter() {
    const words = this.#now();
    if (!words) return;
    const reached = this.#hits[this.#active];
    try {
      if (this.#words !== words) await this.#look(words);
    } catch (fault) {
      if (fault.name === 'AbortError') return;
      this.#hits = []; // who is called asks again and tells what is wrong
    }
    const hit = reached ?? this.#hits[0];
    if (hit) {
      this.#choose(hit);
      return;
    }
    this.leave();
    this.#of.none(words);
  }

  #key(e) {
    if (e.isComposing || e.keyCode === 229) return; // keys of the input method; 229 is how Safari says so
    const n = this.#list.hidden ? 0 : this.#hits.length;
    if (e.key === 'Enter') this.#enter();
    else if (e.key === 'Escape') this.#unfold(false);
    else if (e.key === 'ArrowDown' && n > 0) this.#reach((this.#active + 1) % n);
    else if (e.key === 'ArrowUp' && n > 0) this.#reach((this.#active <= 0 ? n : this.#active) - 1);
    else return;
    e.preventDefault();
  }
}

// option is one suggestion. It is chosen before the box loses the focus.
function option(hit, id, choose) {
  const down = (e) => {
    e.preventDefault();
    if (e.button === 0) choose();
  };
  return el(
    'li',
    { role: 'option', id, 'aria-selected': 'false', mousedown: down },
    el('span', { class: 'kind' }, label('type', hit.node.__typename)),
    el('span', { class: 'name' }, title(hit)),
    el('span', { class: 'known' }, hint(hit)),
  );
}
