// Addresses within the page: #/person/p-…, #/place/l-…?on=2025-02-25, #/search?q=…. They are permalinks, as ids stay.

// parse reads the part of an address behind #.
export function parse(hash) {
  const [path, query = ''] = hash.replace(/^#\/?/, '').split('?', 2);
  const [kind = '', id = ''] = path.split('/').map(decode);
  return { kind, id, params: new URLSearchParams(query) };
}

function decode(s) {
  try {
    return decodeURIComponent(s);
  } catch {
    return s; // a lone %
  }
}

// to is the address of a screen; parameters without a value are left out.
export function to(kind, id = '', params = {}) {
  const query = new URLSearchParams(Object.entries(params).filter(([, v]) => v));
  const path = [kind, id].filter(Boolean).map(encodeURIComponent).join('/');
  return `#/${path}${query.size ? `?${query}` : ''}`;
}

// toNode is the address of a node of the graph.
export const toNode = (node, params) => to(node.__typename.toLowerCase(), node.id, params);

// go opens an address, a step for the back button.
export const go = (address) => {
  location.hash = address;
};

// note writes into the address what a control of this screen says, which is no other screen.
export function note(name, value, step) {
  const { kind, id, params } = parse(location.hash);
  const all = { ...Object.fromEntries(params), [name]: value };
  history[step ? 'pushState' : 'replaceState'](history.state, '', to(kind, id, all));
}
