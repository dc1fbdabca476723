// How facts are told, a row each: what stands at the other end, what is known of it, and the sentence.

import { el, joined } from './dom.js';
import { label } from './labels.js';
import { proofs } from './proof.js';
import { toNode } from './route.js';
import { articleCount, between, pageOf, t } from './words.js';

// link leads to a node's screen.
export const link = (node, text = node.name ?? t('untitled')) => el('a', { href: toNode(node) }, text);

const chip = (text, kind = '') => text && el('span', { class: `chip ${kind}` }, text);

// line is one row: its first words, what else is known in small letters, the proofs.
const line = (first, facts, proof) => [el('p', { class: 'fact' }, first, ' ', el('span', { class: 'known' }, joined(facts))), proof];

// known is what all facts have.
const known = (edge) => [articleCount(edge.articleCount), t('confidence', edge.confidence.toFixed(2))];

// tenure is when a post is held, as far as known.
function tenure(edge) {
  const { observedFrom: from, observedTo: to } = edge;
  return [
    label('held', edge.held),
    edge.statedStart && t('started', edge.statedStart),
    from && (from === to || !to ? t('observed', from) : t('observedTo', from, to)),
    edge.statedEnd && t('ended', edge.statedEnd) + (edge.endInferred ? t('endInferred') : ''),
    !edge.statedEnd && edge.endedBy && t('endedBy', edge.endedBy),
  ];
}

const status = (edge) => chip(label('holds', edge.status), (edge.status ?? '').toLowerCase());

// holds is a post of a person.
export const holds = (edge, proof) =>
  line([link(edge.node), ' ', status(edge)], [edge.node.placePath, ...tenure(edge), ...known(edge)], proof);

// heldBy is a holder of a post.
export const heldBy = (edge, proof) =>
  line([link(edge.node), ' ', status(edge)], [edge.node.scope, ...tenure(edge), ...known(edge)], proof);

// postWithHolders is a post and who holds it.
export function postWithHolders({ node }) {
  const { edges, pageInfo } = node.holders;
  return [
    el('h3', {}, link(node)),
    edges.map((e) => heldBy(e, proofs(e.evidence))),
    pageInfo.hasNextPage && el('p', {}, link(node, t('holdersCut'))),
  ];
}

// byRank is posts with the highest first, as far as their ranks are known.
export const byRank = (edges) => {
  const rank = ({ node }) => node.rank || Infinity;
  return [...edges].sort((a, b) => rank(a) - rank(b) || 0);
};

// atEvent is an event, with what the one whose screen it is does in it.
export const atEvent = (edge, proof) => {
  const { node } = edge;
  const role = chip(label('role', edge.role));
  return line([link(node), ' ', role], [between(node.start, node.end), label('event', node.eventType), ...known(edge)], proof);
};

// inAgreement is an agreement.
export const inAgreement = (edge, proof) => {
  const { node } = edge;
  const n = node.count > 1 && `×${node.count}`;
  return line([link(node), ' ', n, ' ', chip(label('agreement', node.status))], [node.date, ...known(edge)], proof);
};

// party is a party to an agreement, participant one who takes part in an event.
export const party = (edge, proof) => line(link(edge.node), [edge.side > 0 && t('side', edge.side), ...known(edge)], proof);
export const participant = (edge, proof) => line([link(edge.node), ' ', chip(label('role', edge.role))], known(edge), proof);

// other is a place or a body at the other end, about which nothing more is said.
export const other = (edge, proof) => line(link(edge.node), [label('level', edge.node.level), ...known(edge)], proof);

// inArticle is an article that names the one whose screen it is.
export const inArticle = (edge, proof) => line(link(edge.node), [...paper(edge.node), edge.count > 1 && t('times', edge.count)], proof);

// paper is where and when an article was printed.
export const paper = (a) => [a.newspaper?.name, a.published, pageOf(a.page)];

// quotation is what a person said.
export const quotation = (edge, proof) => line([link(edge.node), ' ', chip(edge.verb)], [...paper(edge.node), ...known(edge)], proof);

// figure is a figure that an article reports.
export const figure = (edge, proof) => line(figureText(edge.node), [edge.node.period, edge.node.change, edge.node.published, ...known(edge)], proof);

export const figureText = (f) => [el('span', {}, joined([f.subject, f.indicator], ' ')), ' ', el('b', {}, f.value, f.unit)];
