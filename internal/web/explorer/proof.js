// The sentences that prove a fact.

import { el, joined } from './dom.js';
import { failure } from './notice.js';
import { to } from './route.js';
import { cut } from './text.js';
import { pageOf, t } from './words.js';

// mostProofs is how many sentences of a fact are shown when more are asked for.
export const mostProofs = 50;

// highlighted is a text with its spans marked.
export const highlighted = (text, spans) => cut(text, spans).map((p) => (p.marked ? el('mark', {}, p.text) : p.text));

// proofs shows the first sentence of a page of evidence; more, if given, is asked for a longer page when the reader wants it. Of
// sentences from an article that is named beside them (its id), the article isn't told again.
export function proofs(evidence, more, named) {
  const told = (page) => page.nodes.map((p) => proof(p, named));
  const box = el('div', { class: 'proofs' }, told(evidence));
  if (!more || !evidence.pageInfo.hasNextPage) return box;
  const all = async () => {
    button.disabled = true;
    try {
      const page = await more();
      box.replaceChildren(...told(page));
      if (page.pageInfo.hasNextPage) box.append(el('p', { class: 'hint' }, t('proofsCut', page.nodes.length)));
    } catch (fault) {
      if (fault.name !== 'AbortError') button.replaceWith(failure(fault, all));
    }
  };
  const button = el('button', { type: 'button', class: 'quiet', click: all }, t('proofs'));
  box.append(button);
  return box;
}

// proof is one sentence, with the words that prove the fact marked, and where it was printed.
function proof(p, named) {
  const quote = { start: p.start - p.sentenceStart, end: p.end - p.sentenceStart };
  const place = to('article', p.article.id, { at: `${p.start}-${p.end}` });
  const article = [el('a', { href: place }, p.article.name ?? t('untitled')), p.article.newspaper?.name, p.published, pageOf(p.page)];
  return el(
    'figure',
    { class: 'proof' },
    el('blockquote', {}, highlighted(p.sentence, [quote])),
    el(
      'figcaption',
      {},
      joined([
        named === p.article.id ? el('a', { href: place }, t('toMark')) : article,
        el('small', {}, joined([t('rule', p.rule), t('confidence', p.confidence.toFixed(2))])),
      ]),
    ),
  );
}
