import http from 'node:http';

/**
 * Requests in a closed loop over some kept connections, for some seconds.
 * @param {{ base: string, connections: number, seconds: number, next: (connection: number) => import('./paths.mjs').Asked }} load
 * @returns {Promise<{ latencies: number[], seconds: number }>} latencies in milliseconds
 */
export async function askRepeatedly({ base, connections, seconds, next }) {
  const agent = new http.Agent({ keepAlive: true, maxSockets: connections });
  const latencies = [];
  const started = performance.now();
  const until = started + seconds * 1000;
  const one = async (connection) => {
    while (performance.now() < until) {
      const asked = next(connection);
      const begun = performance.now();
      const answer = await ask(agent, base, asked);
      latencies.push(performance.now() - begun);
      asked.then?.(answer);
    }
  };
  await Promise.all(Array.from({ length: connections }, (_, connection) => one(connection)));
  agent.destroy();
  return { latencies, seconds: (performance.now() - started) / 1000 };
}

/** One request; rejects on any answer that is not 2xx, so that no bench measures refusals. */
export function ask(agent, base, { method = 'GET', path, headers = {}, body }) {
  const payload = body === undefined ? undefined : JSON.stringify(body);
  const sent =
    payload === undefined
      ? headers
      : { ...headers, 'content-type': 'application/json', 'content-length': Buffer.byteLength(payload) };
  return new Promise((resolve, reject) => {
    const request = http.request(base + path, { agent, method, headers: sent }, (response) => {
      const parts = [];
      response.on('data', (part) => parts.push(part));
      response.on('end', () => {
        const text = Buffer.concat(parts).toString();
        if (response.statusCode >= 300)
          reject(new Error(`${method} ${path}: ${response.statusCode} ${text.slice(0, 300)}`));
        else resolve(text === '' ? undefined : JSON.parse(text));
      });
      response.on('error', reject);
    });
    request.on('error', reject);
    request.end(payload);
  });
}
