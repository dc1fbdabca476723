// What a search finds: in which order it is shown, and how a hit is told in two lines.

import { el, joined } from './dom.js';
import { label } from './labels.js';
import { highlighted } from './proof.js';
import { points } from './text.js';
import { articleCount, between } from './words.js';

// better orders two hits as a search does those of one answer: the better the match, then the more articles say something of it. Of many
// namesakes a reader mostly means the one who is in the papers.
export const better = (a, b) => b.score - a.score || (b.node.articleCount ?? 0) - (a.node.articleCount ?? 0);

export const nameOf = (node) => node.name ?? node.title ?? '';

// title is the name of what was found, with the words marked where these are the name's.
export function title({ node, snippet, highlights }) {
  const name = nameOf(node);
  return snippet === name ? highlighted(name, highlights) : [name];
}

// context is the text round the words, where it isn't the name.
export const context = ({ node, snippet, highlights }) => snippet !== nameOf(node) && highlighted(snippet, highlights);

// hint tells namesakes apart: what is known of a hit in a few words.
export function hint({ node }) {
  const told = {
    Person: () => [node.posts.nodes[0]?.name, node.scope],
    Post: () => [node.holders.edges.map(holder), node.placePath, node.organizationName],
    Place: () => [node.path !== node.name && node.path, label('level', node.level)],
    Organization: () => [node.placePath],
    Agreement: () => [label('agreement', node.status), node.date],
    Event: () => [label('event', node.eventType), node.start],
    Article: () => [node.newspaper?.name, node.published],
  }[node.__typename];
  const when = node.articleCount > 0 && between(node.firstSeen, node.lastSeen);
  return joined([told?.(), node.articleCount > 0 && articleCount(node.articleCount), when]);
}

// holder is who held a post last, as far as known.
const holder = (e) => el('b', {}, joined([e.node.name, label('holds', e.status), e.observedTo], ' '));

// long says whether words are too many for a search.
export const long = (words) => points(words).length > 200;
