// The facts that an article proves: whom and what it names, and what it says of them, each with its place in the text.

import { ask } from './api.js';
import { el, joined } from './dom.js';
import { label } from './labels.js';
import { figureText, link } from './rows.js';
import { around, t } from './words.js';

const pageSize = 50; // mentions; a page may read 215,301 rows, of 500,000 that a query may
const mostPages = 8;
const mostWords = 100; // quotations, and figures

// A fact is told as {start, end, kind, group, text(), proof}: kind is mention or fact, group the heading under which it is listed (a key of
// words), text makes the nodes that tell it, proof is its rule and confidence if known.

// told is all that an article proves. Each page is handed to add when it is there.
export async function told({ id, published }, add, signal) {
  const words = ask('ArticleWords', { id, first: mostWords }, signal);
  words.catch(() => {}); // it is awaited below
  for (let after = null, n = 0; n < mostPages; n++) {
    const { mentions } = (await ask('ArticleFacts', { id, day: published, by: published, first: pageSize, after }, signal)).article;
    add(mentions.edges.flatMap((m) => [...named(m), ...ofNode(m.node, id)]));
    if (!mentions.pageInfo.hasNextPage) break;
    after = mentions.pageInfo.endCursor;
  }
  const { article, observations } = await words;
  add([...article.speakers.edges.map(said), ...observations.nodes.map(reported)]);
}

const chip = (text) => text && [' ', el('span', { class: 'chip' }, text)];

const named = ({ node, spans }) =>
  spans.map((s) => ({ ...s, kind: 'mention', group: 'named', node, text: () => [link(node), chip(label('type', node.__typename))] }));

// ofNode is the facts of a node of which the article is a proof, once for each place.
function ofNode(node, id) {
  const kinds = [
    ['posts', 'posts', (e) => [around('holds', link(node), link(e.node)), chip(label('holds', e.status))]],
    ['participants', 'events', (e) => [around('tookPart', link(e.node), link(node)), chip(label('role', e.role))]],
    ['places', 'events', (e) => around('tookPlace', link(node), link(e.node))],
    ['parties', 'agreements', (e) => around('isParty', link(e.node), link(node))],
    ['signedAt', 'agreements', (e) => around('isSigned', link(node), link(e.node))],
  ];
  return kinds.flatMap(([field, group, text]) =>
    (node[field]?.edges ?? []).flatMap((e) =>
      e.evidence.nodes
        .filter((p) => p.article.id === id)
        .map((p) => ({ start: p.start, end: p.end, kind: 'fact', group, text: () => text(e), proof: proof(p) })),
    ),
  );
}

const proof = (p) => joined([t('rule', p.rule), t('confidence', p.confidence.toFixed(2))]).join('');

const said = (e) => ({
  start: e.start,
  end: e.end,
  kind: 'fact',
  group: 'quotes',
  text: () => around('says', link(e.node), e.verb ?? ''),
  proof: t('confidence', e.confidence.toFixed(2)),
});

const reported = (f) => ({ start: f.start, end: f.end, kind: 'fact', group: 'figures', text: () => [figureText(f), ' ', joined([f.period, f.change])] });
