// What stands where there is no answer: yet, at all, or by a fault.

import { el } from './dom.js';
import { says, t } from './words.js';

// loading says that an answer is awaited.
export const loading = () => el('p', { class: 'loading', role: 'status' }, t('loading'));

// nothing says that there is none, and what to do.
export const nothing = (what, hint) => el('div', { class: 'nothing', role: 'status' }, el('p', {}, what), hint && el('p', { class: 'hint' }, hint));

const tooLarge = ['OPERATION_TOO_LARGE', 'COMPLEXITY_LIMIT_EXCEEDED', 'ANSWER_TOO_LARGE'];

// failure says what went wrong and what to do about it; again asks once more.
export function failure(fault, again) {
  let code = tooLarge.includes(fault.code) ? 'TOO_LARGE' : fault.code;
  if (!says(code)) code = 'INTERNAL';
  return el(
    'div',
    { class: 'failure', role: 'alert' },
    el('p', {}, t(code)),
    el('p', { class: 'hint' }, `${fault.code ?? fault.name}: ${fault.message}`),
    again && el('button', { type: 'button', click: again }, t('again')),
  );
}

// filled puts into box what make answers, a notice meanwhile and where it fails. Where signal is aborted, nothing is put there.
export async function filled(box, signal, make) {
  box.replaceChildren(loading());
  let content;
  try {
    content = await make();
  } catch (fault) {
    content = failure(fault, () => filled(box, signal, make));
  }
  if (!signal.aborted) box.replaceChildren(...[content].flat());
}
