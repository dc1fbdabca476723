// The screen of results: what bears the words, the types apart.

import { ask } from './api.js';
import { el } from './dom.js';
import { better, context, hint, long, title } from './hits.js';
import { label } from './labels.js';
import { nothing } from './notice.js';
import { link } from './rows.js';
import { moreButton } from './section.js';
import { t } from './words.js';

const pageSize = 30;

const types = {
  people: 'Person', posts: 'Post', places: 'Place', organizations: 'Organization', agreements: 'Agreement', events: 'Event', articles: 'Article',
};

// results is the screen for words.
export async function results({ params }, signal) {
  const query = (params.get('q') ?? '').trim();
  const heading = t('results', query);
  if (!query) return { title: t('search'), content: [nothing(t('searchLabel'), t('searchHint'))] };
  if (long(query)) return { title: heading, content: [nothing(t('nothing', query), t('nothingHint'))] };
  const data = await ask('Search', { query, first: pageSize }, signal);
  const groups = Object.keys(types).filter((g) => data[g].edges.length > 0);
  groups.sort((a, b) => better(data[a].edges[0], data[b].edges[0]));
  return {
    title: heading,
    content: [
      el('h1', { tabindex: '-1' }, heading),
      groups.length === 0 && nothing(t('nothing', query), t('nothingHint')),
      groups.map((g) => group(types[g], data[g], query, signal)),
    ],
  };
}

// group is the hits of one type.
function group(type, first, query, signal) {
  const items = el('ol', { class: 'hits' });
  const add = (page) => items.append(...page.edges.map(item));
  const next = async (after) => (await ask('SearchMore', { query, types: [type.toUpperCase()], first: pageSize, after }, signal)).search;
  add(first);
  const count = el('span', { class: 'count' }, ` ${first.totalCount}`);
  return el('section', {}, el('h2', {}, label('type', type), count), items, moreButton(first.pageInfo, next, add, signal));
}

function item(hit) {
  const around = context(hit);
  return el(
    'li',
    {},
    el('p', { class: 'fact' }, link(hit.node, title(hit)), ' ', el('span', { class: 'known' }, hint(hit))),
    around && el('p', { class: 'context' }, around),
  );
}
