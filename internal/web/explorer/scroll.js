// How far down one has read. Browsers find the place again where the page is there when one comes back; here its lists come later.

const patience = 100; // ms after the last movement
const growth = 3000; // ms in which lists come

// keepDepth has each step of the history know how far down it was left.
export function keepDepth() {
  history.scrollRestoration = 'manual';
  let timer;
  const keep = () => history.replaceState({ depth: scrollY }, '');
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(keep, patience);
  };
  addEventListener('scroll', later, { passive: true });
  addEventListener('hashchange', () => clearTimeout(timer)); // what was scrolled is another step now
}

// depth is how far down this step was left, 0 for a new one.
export const depth = () => history.state?.depth ?? 0;

// sink stays down at y while the page grows, above and below, until the reader moves or signal says that another screen is wanted.
export function sink(y, signal) {
  const growing = new ResizeObserver(() => scrollTo(0, y));
  growing.observe(document.getElementById('content'));
  const stop = () => growing.disconnect();
  for (const moved of ['wheel', 'touchmove', 'keydown', 'pointerdown']) addEventListener(moved, stop, { once: true, passive: true });
  signal.addEventListener('abort', stop);
  setTimeout(stop, growth);
}
