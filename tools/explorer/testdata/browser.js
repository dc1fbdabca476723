// The little of a browser that the modules need. Elements tell themselves as markup, in which text is escaped.
const modules = {};
const answers = {}; // what the API answers, by the name of the query
const location = { search: '', hash: '' };
const navigator = { languages: ['zh-CN'] };
const escaped = (s) => String(s).replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const told = (child) => (typeof child === 'string' ? escaped(child) : child.markup);

class Element {
  constructor(tag) {
    Object.assign(this, { tag, attributes: [], children: [] });
  }
  setAttribute(name, value) {
    this.attributes.push([name, value]);
  }
  addEventListener() {}
  focus() {}
  querySelector() {
    return null;
  }
  set textContent(text) {
    this.children = [text];
  }
  append(...children) {
    this.children.push(...children);
  }
  replaceChildren(...children) {
    this.children = children;
  }
  get markup() {
    const attributes = this.attributes.map(([name, value]) => ` ${name}="${escaped(value)}"`);
    return `<${this.tag}${attributes.join('')}>${this.children.map(told).join('')}</${this.tag}>`;
  }
}

const config = { endpoint: '/graphql', queries: {} };
const page = { header: new Element('header'), content: new Element('main'), playground: new Element('a'), words: new Element('input') };
const document = {
  documentElement: {},
  createElement: (tag) => new Element(tag),
  getElementById: (id) => (id === 'config' ? { textContent: JSON.stringify(config) } : page[id]),
};
const history = { state: null, replaceState() {} };
const scrollY = 0;
const [addEventListener, scrollTo, setTimeout, clearTimeout] = Array(4).fill(() => {}); // nobody types, waits or scrolls

class AbortController {
  signal = { aborted: false };
  abort() {
    this.signal.aborted = true;
  }
}

const fetch = async (_, { body }) => ({ json: async () => ({ data: answers[JSON.parse(body).operationName] }) });

class URLSearchParams {
  constructor(from) {
    const pair = (s) => s.split('=').map((v) => decodeURIComponent(v));
    this.pairs = typeof from === 'string' ? from.replace(/^\?/, '').split('&').filter(Boolean).map(pair) : [...from];
  }
  get size() {
    return this.pairs.length;
  }
  get(name) {
    return this.pairs.find(([n]) => n === name)?.[1] ?? null;
  }
  toString() {
    return this.pairs.map((p) => p.map(encodeURIComponent).join('=')).join('&');
  }
}
