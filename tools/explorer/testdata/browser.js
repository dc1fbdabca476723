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
const document = { createElement: (tag) => new Element(tag), getElementById: () => ({ textContent: JSON.stringify(config) }) };
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
