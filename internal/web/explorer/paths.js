// How two are tied together: the shortest ways from one to the other, each step a fact with its sentence.

import { ask } from './api.js';
import { Combobox } from './combobox.js';
import { el } from './dom.js';
import { label } from './labels.js';
import { nothing } from './notice.js';
import { proofs } from './proof.js';
import { go, to } from './route.js';
import { link } from './rows.js';
import { around, t } from './words.js';

// askWith is the box of an entity's screen in which the other end is chosen.
export function askWith(id) {
  const name = t('tiedTo');
  const chosen = (node) => go(to('paths', id, { to: node.id }));
  const none = (words) => go(to('search', '', { q: words }));
  return el('div', { class: 'tie' }, new Combobox({ id: 'other', name, hint: name, texts: false, chosen, none }).box);
}

// paths is the screen of #/paths/ID?to=ID.
export async function paths({ id, params }, signal) {
  const other = params.get('to') ?? '';
  const data = await ask('Paths', { from: id, to: other }, signal);
  const [a, b] = data.nodes;
  if (!a || !b) return { title: t('missing', a ? other : id), content: [nothing(t('missing', a ? other : id), t('missingHint'))] };
  const ways = merged(data.paths);
  return {
    title: t('ties', a.name, b.name),
    content: [
      el('h1', { tabindex: '-1' }, around('ties', link(a), link(b))),
      ways.length === 0 ? nothing(t('noTies'), t('noTiesHint')) : el('ol', { class: 'facts' }, ways.map((w) => el('li', {}, way(w)))),
    ],
  };
}

// merged is paths over the same nodes as one, with the facts of all: who hosts a meeting and speaks there comes twice.
function merged(all) {
  const ways = new Map();
  for (const { nodes, steps } of all) {
    const key = nodes.map((n) => n.id).join(' ');
    if (!ways.has(key)) ways.set(key, { nodes, facts: new Map() });
    const { facts } = ways.get(key);
    for (const { fact } of steps) facts.set([fact.kind, fact.role, fact.from.id, fact.to.id].join(' '), fact);
  }
  return [...ways.values()];
}

const way = ({ nodes, facts }) => [
  el('h2', {}, nodes.flatMap((n, i) => (i > 0 ? [' → ', link(n)] : [link(n)]))),
  [...facts.values()].map((f) => el('div', {}, el('p', { class: 'fact' }, tell(f)), proofs(f.evidence))),
];

// tell is a fact in words.
function tell(f) {
  const key = {
    HOLDS: 'holds', PARTICIPATED_IN: 'tookPart', PARTY_TO: 'isParty', SIGNED_AT: 'isSigned', OF_ORGANIZATION: 'isOf',
    HAS_JURISDICTION: 'isFor', PART_OF: 'isPart',
  }[f.kind];
  const role = label('holds', f.status) ?? label('role', f.role);
  return [around(key, link(f.from), link(f.to)), ' ', role && el('span', { class: 'chip' }, role)];
}
