// The first screen: what is there, and what came last.

import { ask, stats } from './api.js';
import { el, joined } from './dom.js';
import { label } from './labels.js';
import { nothing } from './notice.js';
import { link, paper } from './rows.js';
import { moreButton } from './section.js';
import { articleCount, between, t } from './words.js';

const shown = { PERSON: 'Person', POST: 'Post', PLACE: 'Place', ORGANIZATION: 'Organization', AGREEMENT: 'Agreement', EVENT: 'Event' };

// home is the first screen.
export async function home(_, signal) {
  const page = async (after) => (await ask('Latest', { first: 20, after }, signal)).articles;
  const [held, first] = await Promise.all([stats(signal), page(null)]);
  const heading = el('h1', { tabindex: '-1' }, t('tagline'));
  if (held.articles === 0) return { title: t('title'), content: [heading, nothing(t('empty'))] };
  const counts = held.nodes.filter((n) => shown[n.type]).map((n) => `${label('type', shown[n.type])} ${n.count}`);
  const items = el('ol', { class: 'hits' });
  const add = ({ nodes }) => items.append(...nodes.map((a) => el('li', {}, link(a), ' ', el('span', { class: 'known' }, joined(paper(a))))));
  add(first);
  return {
    title: t('title'),
    content: [
      heading,
      el('p', {}, joined([t('holding'), articleCount(held.articles), between(held.firstPublished, held.lastPublished), counts])),
      el('section', {}, el('h2', {}, t('latest')), items, moreButton(first.pageInfo, page, add, signal)),
    ],
  };
}
