// The explorer: one page whose screens stand behind # in its address. Everything on it is asked of the public API.

import { article } from './article.js';
import { Combobox } from './combobox.js';
import { el } from './dom.js';
import { home } from './home.js';
import { failure, loading, nothing } from './notice.js';
import { paths } from './paths.js';
import { go, parse, to, toNode } from './route.js';
import { depth, keepDepth, sink } from './scroll.js';
import { entity, isEntity } from './screens.js';
import { results } from './search.js';
import { language, t } from './words.js';

const content = document.getElementById('content');
let showing = new AbortController();

const screens = new Map([['', home], ['search', results], ['article', article], ['paths', paths]]);
const screenOf = ({ kind }) => (isEntity(kind) ? entity : screens.get(kind));

// show is called for each address: it asks for its screen and puts it there, unless another one is wanted by then.
async function show(first) {
  showing.abort();
  showing = new AbortController();
  const { signal } = showing;
  const route = parse(location.hash);
  const before = depth();
  const screen = screenOf(route);
  let made;
  content.replaceChildren(loading());
  try {
    made = screen ? await screen(route, signal) : { title: t('noPage'), content: [nothing(t('noPage'))] };
  } catch (fault) {
    made = { title: t('title'), content: [failure(fault, () => show(false))] };
  }
  if (signal.aborted) return;
  document.title = made.title === t('title') ? made.title : `${made.title} — ${t('title')}`;
  content.replaceChildren(...made.content.flat(Infinity).filter(Boolean));
  if (!first) content.querySelector('h1')?.focus({ preventScroll: true });
  const words = document.getElementById('words');
  if (document.activeElement !== words) words.value = route.params.get('q') ?? '';
  if (before > 0) sink(before, signal);
  else scrollTo(0, 0);
  if (before === 0) made.shown?.();
}

// searchBox is the form at the head of each screen. Enter opens what is meant, the button shows all that is found.
function searchBox() {
  const all = (words) => go(to('search', '', { q: words }));
  const name = t('searchLabel');
  const search = new Combobox({ id: 'words', name, hint: t('searchHint'), texts: true, chosen: (node) => go(toNode(node)), none: all });
  const submit = (e) => {
    e.preventDefault();
    search.leave();
    const words = search.input.value.trim();
    if (words) all(words);
  };
  return el('form', { role: 'search', class: 'search', submit }, search.box, el('button', { type: 'submit' }, t('all')));
}

function frame() {
  document.documentElement.lang = language === 'zh' ? 'zh-Hans' : 'en';
  const other = el('a', { class: 'language', lang: language === 'zh' ? 'en' : 'zh-Hans' }, t('language'));
  const follow = () => other.setAttribute('href', `?lang=${language === 'zh' ? 'en' : 'zh'}${location.hash}`);
  follow();
  for (const event of ['pointerdown', 'focus']) other.addEventListener(event, follow); // the address changes without the page
  document.getElementById('header').append(el('a', { class: 'title', href: '#/' }, t('title')), searchBox(), other);
  document.getElementById('playground').textContent = t('playground');
}

// slash puts the cursor into the search box, wherever one reads.
function slash(e) {
  if (e.key !== '/' || e.ctrlKey || e.metaKey || e.altKey || e.target.closest('input, textarea')) return;
  e.preventDefault();
  document.getElementById('words').select();
}

frame();
keepDepth();
addEventListener('hashchange', () => show(false)); // links, the back button, addresses typed by hand
addEventListener('keydown', slash);
show(true);
if (!location.hash) document.getElementById('words').focus();
