// The screens of entities: what stands at the head of each, and which lists of facts below.

import { ask, stats } from './api.js';
import { dated } from './dated.js';
import { el, joined } from './dom.js';
import { label } from './labels.js';
import { nothing } from './notice.js';
import { askWith } from './paths.js';
import * as rows from './rows.js';
import { section } from './section.js';
import { articleCount, between, t } from './words.js';

const named = (type, node) => node && rows.link({ __typename: type, ...node });

// A screen has a query for its head, what the head tells (key of its name, value), and sections as in section.js; those that are
// dated are asked of a day.
const screens = {
  person: {
    query: 'Person',
    tells: (n) => [['aliases', n.aliases.join('、')], ['scope', n.scope], ['gender', label('gender', n.gender)], ['ethnicity', n.ethnicity]],
    sections: [
      { title: 'posts', query: 'PersonPosts', row: rows.holds, empty: 'noPosts' },
      { title: 'events', query: 'PersonEvents', row: rows.atEvent },
      { title: 'agreements', query: 'PersonAgreements', row: rows.inAgreement },
      { title: 'quotes', query: 'PersonQuotes', row: rows.quotation },
      { title: 'mentions', query: 'PersonArticles', row: rows.inArticle },
    ],
  },
  place: {
    query: 'Place',
    tells: (n) => [
      ['path', n.path !== n.name && n.path],
      ['within', named('Place', n.parent)],
      ['level', label('level', n.level) ?? label('placeType', n.placeType)],
      ['code', n.code],
    ],
    sections: [
      { title: 'postsHere', query: 'PlacePosts', row: rows.postWithHolders, sorted: rows.byRank, empty: 'noPostsHere', dated: 'last', titled: true },
      { title: 'agreements', query: 'PlaceAgreements', row: rows.inAgreement },
      { title: 'eventsHere', query: 'PlaceEvents', row: rows.atEvent },
      { title: 'participations', query: 'PlaceParticipations', row: rows.atEvent },
      { title: 'organizations', query: 'PlaceOrganizations', row: rows.other },
      { title: 'parts', query: 'PlaceParts', row: rows.other },
      { title: 'figures', query: 'PlaceFigures', row: rows.figure },
      { title: 'mentions', query: 'PlaceArticles', row: rows.inArticle },
    ],
  },
  post: {
    query: 'Post',
    tells: (n) => [['scope', named('Place', n.place) ?? n.placePath], ['body', named('Organization', n.organization) ?? n.organizationName]],
    sections: [
      { title: 'holders', query: 'PostHolders', row: rows.heldBy, empty: 'noHolders', dated: 'all' },
      { title: 'mentions', query: 'PostArticles', row: rows.inArticle },
    ],
  },
  organization: {
    query: 'Organization',
    tells: (n) => [
      ['shortNames', n.shortNames.join('、')],
      ['type', label('body', n.orgType)],
      ['scope', named('Place', n.place) ?? n.placePath],
      ['within', named('Organization', n.parent)],
    ],
    sections: [
      { title: 'posts', query: 'OrganizationPosts', row: rows.postWithHolders, sorted: rows.byRank },
      { title: 'agreements', query: 'OrganizationAgreements', row: rows.inAgreement },
      { title: 'events', query: 'OrganizationEvents', row: rows.atEvent },
      { title: 'bodies', query: 'OrganizationParts', row: rows.other },
      { title: 'figures', query: 'OrganizationFigures', row: rows.figure },
      { title: 'mentions', query: 'OrganizationArticles', row: rows.inArticle },
    ],
  },
  agreement: {
    query: 'Agreement',
    tells: (n) => [
      ['status', label('agreement', n.status)],
      ['signed', n.date],
      ['count', n.count > 1 && String(n.count)],
      ['sectors', n.sectors.join('、')],
    ],
    sections: [
      { title: 'parties', query: 'AgreementParties', row: rows.party, empty: 'noParties' },
      { title: 'signedAt', query: 'AgreementEvents', row: rows.atEvent },
      { title: 'supplements', query: 'AgreementSupplements', row: rows.inAgreement },
      { title: 'supplementedBy', query: 'AgreementSupplemented', row: rows.inAgreement },
      { title: 'mentions', query: 'AgreementArticles', row: rows.inArticle },
    ],
  },
  event: {
    query: 'Event',
    tells: (n) => [
      ['type', label('event', n.eventType)],
      ['day', between(n.start, n.end)],
      ['place', joined(n.places.nodes.map((p) => named('Place', p)), '、')],
    ],
    sections: [
      { title: 'participants', query: 'EventParticipants', row: rows.participant, empty: 'noParticipants' },
      { title: 'signedThere', query: 'EventAgreements', row: rows.inAgreement },
      { title: 'whole', query: 'EventWhole', row: rows.atEvent },
      { title: 'partsOf', query: 'EventParts', row: rows.atEvent },
      { title: 'mentions', query: 'EventArticles', row: rows.inArticle },
    ],
  },
};

// isEntity says whether there is a screen for such a kind.
export const isEntity = (kind) => Object.hasOwn(screens, kind);

// entity is the screen of an entity.
export async function entity({ kind, id, params }, signal) {
  const screen = screens[kind];
  const [data, { lastPublished }] = await Promise.all([ask(screen.query, { id }, signal), stats(signal)]);
  const node = data[kind];
  if (!node) return { title: t('missing', id), content: [nothing(t('missing', id), t('missingHint'))] };
  const content = screen.sections.map((s) => (s.dated ? dated(s, id, params, lastPublished, signal) : section(s, { id }, signal)));
  return { title: node.name, content: [head(screen.query, node, screen.tells(node)), ...content] };
}

function head(type, node, tells) {
  const told = tells.filter(([, value]) => value && value.length !== 0);
  return el(
    'header',
    { class: 'head' },
    el('p', { class: 'kind' }, label('type', type)),
    el('h1', { tabindex: '-1' }, node.name),
    el('p', { class: 'known' }, joined([articleCount(node.articleCount), node.firstSeen && t('seen', between(node.firstSeen, node.lastSeen))])),
    told.length > 0 && el('dl', {}, told.map(([key, value]) => el('div', {}, el('dt', {}, t(key)), el('dd', {}, value)))),
    askWith(node.id),
  );
}
