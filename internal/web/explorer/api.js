// Questions to the API: the queries that the page brought, by name. They are those of explorer/queries, which tests hold against
// the schema.

const config = JSON.parse(document.getElementById('config').textContent);

// Fault is why there is no answer: code is one of doc/graphql.md, or UNREACHABLE where the server didn't answer as itself.
export class Fault extends Error {
  constructor(code, message) {
    super(message);
    this.code = code;
  }
}

// ask sends a query and is the data of its answer; it throws a Fault, or an AbortError once signal is aborted.
export async function ask(name, variables, signal) {
  const query = config.queries[name];
  if (!query) throw new Fault('INTERNAL', `no query ${name}`);
  let answer;
  try {
    const response = await fetch(config.endpoint, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
      body: JSON.stringify({ query, variables, operationName: name }),
      signal,
    });
    answer = await response.json();
  } catch (e) {
    if (e.name === 'AbortError') throw e;
    throw new Fault('UNREACHABLE', e.message);
  }
  const [error] = answer.errors ?? [];
  if (error) throw new Fault(error.extensions?.code ?? 'INTERNAL', error.message);
  return answer.data;
}

const lasting = 60_000; // ms for which stats holds
let known = null; // the last answer to Stats
let since = 0; // when it came

// stats is what the store holds, as of this minute: a newspaper may come in while a page stays open.
export async function stats(signal) {
  if (!known || Date.now() - since > lasting) {
    known = (await ask('Stats', {}, signal)).stats;
    since = Date.now();
  }
  return known;
}
