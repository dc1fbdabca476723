// The screen of an article: its whole text with what it tells marked in it, and a list of that.

import { ask } from './api.js';
import { el, joined } from './dom.js';
import { label } from './labels.js';
import { failure, loading, nothing } from './notice.js';
import { to } from './route.js';
import { link, paper } from './rows.js';
import { points, segments } from './text.js';
import { told } from './told.js';
import { t } from './words.js';

const listed = ['posts', 'agreements', 'events', 'quotes', 'figures'];

// article is the screen of one article; ?at=104-128 shows a place in it.
export async function article({ id, params }, signal) {
  const { article: a } = await ask('Article', { id }, signal);
  if (!a) return { title: t('missing', id), content: [nothing(t('missing', id), t('missingHint'))] };
  const facts = [];
  const at = place(params.get('at'));
  if (at) facts.push({ ...at, kind: 'at' });
  const panel = el('aside', { class: 'panel', 'aria-live': 'polite' });
  const text = el('article', { lang: 'zh-Hans' });
  const list = el('div', {}, loading());
  printed(text, a, facts, panel);
  const add = (more) => {
    facts.push(...more);
    printed(text, a, facts, panel);
  };
  const read = () => {
    list.replaceChildren(loading());
    facts.splice(at ? 1 : 0);
    told(a, add, signal)
      .then(() => list.replaceChildren(...listOf(facts, a.id)))
      .catch((fault) => signal.aborted || list.replaceChildren(failure(fault, read)));
  };
  read();
  const shown = () => at && text.querySelector('.at')?.scrollIntoView({ block: 'center' });
  return { title: a.name ?? t('untitled'), content: [head(a), el('div', { class: 'reading' }, text, panel), list], shown };
}

function place(at) {
  const m = /^(\d+)-(\d+)$/.exec(at ?? '');
  return m && { start: Number(m[1]), end: Number(m[2]) };
}

function head(a) {
  const marks = ['damaged', 'fiction', 'incomplete'].filter((m) => a[m]);
  return el(
    'header',
    { class: 'head' },
    el('p', { class: 'kind' }, label('type', 'Article'), marks.map((m) => [' ', el('span', { class: 'chip doubted' }, t(m))])),
    el('p', { class: 'known' }, joined([paper(a), a.agency])),
    a.bylines.edges.length > 0 && el('p', { class: 'known' }, joined(a.bylines.edges.map(byline))),
    a.reprintOf && el('p', {}, t('reprint'), ' ', link({ __typename: 'Article', ...a.reprintOf }), ' ', joined(paper(a.reprintOf))),
    el('p', { class: 'hint' }, t('marks')),
  );
}

const byline = (e) => el('span', {}, label('byline', e.role), ' ', link({ __typename: 'Person', ...e.node }));

// printed puts the text in its parts into box, marked where facts stand. A mark that is chosen tells in the panel what it stands for.
function printed(box, a, facts, panel) {
  const letters = points(a.text);
  const tags = { KICKER: 'p', TITLE: 'h1', SUBTITLE: 'p', BODY: 'p', CAPTION: 'p' };
  const parts = a.parts.map((p) => {
    const text = segments(p.start, p.end, facts).map((s) => marked(s, letters, panel));
    return el(tags[p.kind], { class: p.kind.toLowerCase(), tabindex: p.kind === 'TITLE' && '-1' }, text);
  });
  if (!a.title) parts.unshift(el('h1', { class: 'unseen', tabindex: '-1' }, a.name ?? t('untitled')));
  box.replaceChildren(...parts);
}

function marked({ start, end, items }, letters, panel) {
  const text = letters.slice(start, end).join('');
  const kinds = [...new Set(items.map((i) => i.kind))];
  if (kinds.length === 0) return text;
  const facts = items.filter((i) => i.kind !== 'at');
  if (facts.length === 0) return el('mark', { class: 'at' }, text);
  const choose = (e) => {
    if (e.type === 'keydown' && e.key !== 'Enter' && e.key !== ' ') return;
    if (e.type === 'click' && !getSelection().isCollapsed) return; // text is being copied
    e.preventDefault();
    tell(panel, facts, e.currentTarget);
  };
  const reached = facts.some((i) => i.start === start); // by the tab key, once for each
  return el('mark', { class: kinds.join(' '), role: 'button', tabindex: reached ? '0' : '-1', click: choose, keydown: choose }, text);
}

// tell shows facts in the panel, and gives the focus back to the mark when that is closed.
function tell(panel, facts, mark) {
  const close = () => {
    panel.replaceChildren();
    mark.focus();
  };
  const keys = (e) => e.key === 'Escape' && close();
  const items = facts.map((f) => el('li', {}, f.text(), f.proof && el('small', {}, ' ', f.proof)));
  const button = el('button', { type: 'button', class: 'quiet', click: close }, t('close'));
  panel.replaceChildren(el('div', { class: 'told', keydown: keys }, el('ul', {}, items), button));
  (panel.querySelector('a') ?? button).focus({ preventScroll: true });
}

// listOf is the facts once more, as lists.
function listOf(facts, id) {
  const groups = listed.map((g) => [g, facts.filter((f) => f.group === g)]).filter(([, some]) => some.length > 0);
  const names = new Map(facts.filter((f) => f.group === 'named').map((f) => [f.node.id, f.node]));
  return [
    el('h2', {}, t('facts')),
    groups.length === 0 && nothing(t('noFacts')),
    groups.map(([g, some]) => el('section', {}, el('h3', {}, t(g)), el('ul', { class: 'told' }, once(some).map((f) => item(f, id))))),
    names.size > 0 && el('section', {}, el('h3', {}, t('named')), el('p', {}, joined([...names.values()].map((n) => link(n)), '、'))),
  ]
    .flat()
    .filter(Boolean);
}

// once is facts without those that tell the same of the same place.
function once(facts) {
  const seen = new Map(facts.map((f) => [`${f.start}-${f.end} ${f.text().flat(Infinity).map((n) => n?.textContent ?? n).join('')}`, f]));
  return [...seen.values()].sort((a, b) => a.start - b.start);
}

const item = (f, id) =>
  el('li', {}, f.text(), ' ', el('a', { class: 'quiet', href: to('article', id, { at: `${f.start}-${f.end}` }) }, t('toMark')));
