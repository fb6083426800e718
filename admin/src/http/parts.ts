import { request } from './request';

/** What a door that works part by part answers: where the next part begins, null after the last. */
interface Part {
  readonly next: string | number | null;
}

/** The answers of a door that works part by part, each asked for when the one before was taken; stopping to take them stops the work. */
export async function* parts<Answer extends Part>(path: string, body: object): AsyncGenerator<Answer> {
  let after: Part['next'] = null;
  do {
    const asked: object = { ...body, ...(after === null ? {} : { after }) };
    const { json } = await request<Answer>(path, { method: 'POST', body: asked });
    yield json;
    after = json.next;
  } while (after !== null);
}
