// Places in texts. The API counts Unicode code points, JavaScript's strings count UTF-16 units: 𠮷 is one of the former, two of
// the latter. Nothing here touches the page.

// points is the code points of a text, so that slices of the list are by the API's offsets.
export const points = (text) => Array.from(text);

// cut is a text in pieces by its spans: [{text, marked}] in order, those without text left out. Spans are half open, in code points;
// what of them lies outside of the text or overlaps a former one is left out.
export function cut(text, spans) {
  const all = points(text);
  const pieces = [];
  let at = 0;
  const add = (end, marked) => {
    if (end > at) pieces.push({ text: all.slice(at, end).join(''), marked });
    at = Math.max(at, end);
  };
  for (const s of [...spans].sort((a, b) => a.start - b.start)) {
    const start = Math.min(Math.max(s.start, at), all.length);
    add(start, false);
    add(Math.min(s.end, all.length), true);
  }
  add(all.length, false);
  return pieces;
}

// segments divides [from, to) at the ends of the items that lie over it: [{start, end, items}], in order, each with the items that
// cover it. Items are {start, end, …}, half open, and may overlap.
export function segments(from, to, items) {
  const over = items.filter((i) => i.start < to && i.end > from && i.start < i.end);
  const bounds = new Set([from, to]);
  for (const i of over) {
    bounds.add(Math.max(i.start, from));
    bounds.add(Math.min(i.end, to));
  }
  const sorted = [...bounds].sort((a, b) => a - b);
  return sorted.slice(1).map((end, n) => {
    const start = sorted[n];
    return { start, end, items: over.filter((i) => i.start <= start && i.end >= end) };
  });
}
