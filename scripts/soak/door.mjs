const CLERK = { identifier: 'demo-clerk', password: 'Anju-demo-2020' };
const TOKEN_MS = 300_000;
/** Longer than any limit of the product: an answer that takes as long never comes. */
const PATIENCE_MS = 40_000;

/**
 * The county clerk's way to the node's doors: signed in anew when it is time, every answer told apart.
 * @param {string} address
 * @param {(text: string) => void} violated hears of answers that may never come
 */
export function clerksDoor(address, violated) {
  let token;

  const send = async (method, path, body, headers = {}) => {
    const form = body instanceof FormData;
    const given = body === undefined ? {} : { body: form ? body : JSON.stringify(body) };
    const type = form || body === undefined ? {} : { 'Content-Type': 'application/json' };
    const started = performance.now();
    try {
      const signal = AbortSignal.timeout(PATIENCE_MS);
      const answer = await fetch(`${address}/api${path}`, {
        method,
        headers: { ...headers, ...type },
        ...given,
        signal,
      });
      const text = await answer.text();
      return told(answer, text, performance.now() - started);
    } catch (error) {
      if (error.name === 'TimeoutError') violated(`${method} ${path}: no answer in ${PATIENCE_MS / 1000} s`);
      return { outcome: 'unanswered' };
    }
  };

  const told = (answer, text, ms) => {
    const body = text === '' ? {} : JSON.parse(text);
    const request = answer.headers.get('x-request-id') ?? '';
    if (answer.ok) return { outcome: 'done', body, request, ms };
    if (!/[\u4e00-\u9fff]/.test(body.message ?? '') || !body.code) violated(`${answer.status} without words: ${text}`);
    if (body.code === 'outcomeUnknown') return { outcome: 'unknown', status: answer.status, body, ms };
    return { outcome: 'refused', status: answer.status, code: body.code, body, ms };
  };

  const signedIn = async () => {
    if (token && token.until > Date.now()) return token.header;
    const answer = await send('POST', '/auth/local', CLERK);
    if (answer.outcome !== 'done') return undefined;
    token = { header: { Authorization: `Bearer ${answer.body.jwt}` }, until: Date.now() + TOKEN_MS };
    return token.header;
  };

  return {
    /** Sends one request as the clerk; `outcome` is done, refused (it says that nothing was saved), unknown or unanswered. */
    async request(method, path, body) {
      const header = await signedIn();
      if (!header) return { outcome: 'refused', status: 503, code: 'databaseAway', ms: 0 };
      return send(method, path, body, header);
    },
    signIn: () => send('POST', '/auth/local', CLERK),
  };
}
