// Elements, made without markup: what comes from the graph was printed in a newspaper or came with somebody's file, and stands
// in the page as text only.

// el makes an element. Children are nodes, strings, lists of these, or nothing (null, undefined, false). Of attributes, those
// whose value is a function are listeners, and nothing (null, undefined, false) is left out.
export function el(tag, attributes = {}, ...children) {
  const e = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (typeof value === 'function') e.addEventListener(name, value);
    else if (name === 'href' && !/^(#|[?]|[/](?![/]))/.test(value)) throw new Error(`a link to ${value}`); // links stay on this server
    else e.setAttribute(name, value === true ? '' : value);
  }
  e.append(...flat(children));
  return e;
}

const flat = (children) => children.flat(Infinity).filter((c) => c !== null && c !== undefined && c !== false && c !== '');

// joined is the parts that are there, with a separator between them.
export function joined(parts, separator = ' · ') {
  return flat(parts).flatMap((p, i) => (i > 0 ? [separator, p] : [p]));
}
