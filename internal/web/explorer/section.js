// Lists of facts, a page at a time: each asks for itself, so that one that fails or is slow doesn't hold up the others.

import { ask } from './api.js';
import { el } from './dom.js';
import { failure, filled, loading, nothing } from './notice.js';
import { mostProofs, proofs } from './proof.js';
import { t } from './words.js';

const pageSize = 20;

// section is a list under a heading. What it lists is told by
//   title     key of the heading
//   query     name of a query that answers with one object, whose `list` is a connection
//   row       makes the content of an item from an edge and its proofs
//   empty     key of what to say where nothing is there; without it the section isn't shown
//   sorted    puts the edges of a page in order, if need be
// and by the variables of the query. Before the list stand controls, if any.
export function section(what, variables, signal, controls) {
  const list = el('div');
  const count = el('span', { class: 'count' });
  const box = el('section', { hidden: !what.empty }, el('h2', {}, t(what.title), count), controls, list);
  const page = async (after) => Object.values(await ask(what.query, { first: pageSize, proofs: 1, after, ...variables }, signal))[0].list;
  filled(list, signal, async () => {
    try {
      const first = await page(null);
      box.hidden = !what.empty && first.edges.length === 0;
      count.textContent = first.totalCount > 0 ? ` ${first.totalCount}` : '';
      return first.edges.length > 0 ? pages(first, page, what, variables, signal) : nothing(t(what.empty ?? 'nothing'));
    } catch (fault) {
      box.hidden = false;
      throw fault;
    }
  });
  return box;
}

// pages is the items of a first page, and a button for those behind it.
function pages(first, next, what, variables, signal) {
  const items = el('ol', { class: 'facts' });
  let last = null; // cursor of the edge before
  const add = (page) => {
    const before = new Map();
    for (const e of page.edges) {
      before.set(e, last);
      last = e.cursor;
    }
    const edges = what.sorted ? what.sorted(page.edges) : page.edges;
    items.append(...edges.map((e) => el('li', {}, what.row(e, proofsOf(e, before.get(e), what, variables, signal)))));
  };
  add(first);
  return [items, moreButton(first.pageInfo, next, add, signal)];
}

// proofsOf shows an edge's evidence. A longer page of it is that of the list's page of one edge, behind the one before.
function proofsOf(edge, after, what, variables, signal) {
  const more = async () => {
    const data = await ask(what.query, { ...variables, first: 1, after, proofs: mostProofs }, signal);
    return Object.values(data)[0].list.edges[0].evidence;
  };
  return edge.evidence ? proofs(edge.evidence, more, edge.node.id) : null;
}

// moreButton asks next for the page behind info and hands it to add, as long as there is one.
export function moreButton(info, next, add, signal) {
  if (!info.hasNextPage) return [];
  const box = el('div', { class: 'more' });
  const ready = () => box.replaceChildren(el('button', { type: 'button', click: load }, t('more')));
  const load = async () => {
    box.replaceChildren(loading());
    try {
      const page = await next(info.endCursor);
      info = page.pageInfo;
      add(page);
      if (info.hasNextPage) ready();
      else box.remove();
    } catch (fault) {
      if (!signal.aborted) box.replaceChildren(failure(fault, load));
    }
  };
  ready();
  return box;
}
