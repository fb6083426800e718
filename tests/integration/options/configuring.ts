import type { ConfigurationChangeRow, FormsAnswer, OptionRow } from '@anju/domain/contracts';
import { type Caller, startTestApp, type TestApp } from '../../harness/app';
import { RECOGNITIONS, unrecognisedIds } from '../registry/register';

const { kindNote: _note, ...NOTED } = RECOGNITIONS.otherMeans;
/** A type that asks for no note. */
const OTHER_MEANS = { ...NOTED, otherMeansType: 'withRelatives' };

/** What came of a recognition. */
export interface Recognised {
  readonly status: number;
  readonly id: number;
  readonly body: unknown;
}

/** A running application with a configurator who changes it and a clerk whose form follows. */
export class Configuring {
  private constructor(
    readonly app: TestApp,
    readonly configurator: Caller,
    readonly clerk: Caller,
    /** Unrecognised households of the clerk's county; each is recognised once. */
    readonly free: number[],
  ) {}

  static async start(): Promise<Configuring> {
    const app = await startTestApp();
    return new Configuring(
      app,
      await app.as('demo-configurator'),
      await app.as('demo-clerk'),
      await unrecognisedIds(app),
    );
  }

  async optionsOf(listKey: string): Promise<OptionRow[]> {
    const search = new URLSearchParams({ filter: JSON.stringify({ listKey }) }).toString();
    return (await this.clerk.get(`/api/options/items?${search}`).expect(200)).body as OptionRow[];
  }

  async optionOf(listKey: string, key: string): Promise<OptionRow> {
    const option = (await this.optionsOf(listKey)).find((row) => row.key === key);
    if (!option) throw new Error(`No option ${key} in ${listKey}`);
    return option;
  }

  async add(body: object): Promise<OptionRow> {
    return (await this.configurator.post('/api/options/items').send(body).expect(200)).body as OptionRow;
  }

  async change(option: OptionRow, values: object): Promise<OptionRow> {
    const sent = { version: option.version, ...values };
    const answer = await this.configurator.put(`/api/options/items/${option.id}`).send(sent);
    if (answer.status !== 200) throw new Error(answer.text);
    return answer.body as OptionRow;
  }

  /** Recognises the next free household: as 其他方式 when no kind is given. */
  async recognise(values: object, who = this.clerk): Promise<Recognised> {
    const id = this.free.shift();
    if (id === undefined) throw new Error('No household is left');
    const { rows } = await this.app.owner.query<{ version: number }>('select version from households where id = $1', [
      id,
    ]);
    const answer = await who
      .put(`/api/registry/households/${id}/safeguard`)
      .send({ version: rows[0]?.version, ...('kind' in values ? {} : OTHER_MEANS), ...values });
    return { status: answer.status, id, body: answer.body };
  }

  async forms(): Promise<FormsAnswer> {
    return (await this.clerk.get('/api/options/forms').expect(200)).body as FormsAnswer;
  }

  async lastChange(subject: string): Promise<ConfigurationChangeRow> {
    const search = new URLSearchParams({ filter: JSON.stringify({ subject }), range: '[0,0]' }).toString();
    const answer = await this.configurator.get(`/api/options/changes?${search}`).expect(200);
    const [row] = answer.body as ConfigurationChangeRow[];
    if (!row) throw new Error(`No change of ${subject}`);
    return row;
  }

  undo(id: number) {
    return this.configurator.post(`/api/options/changes/${id}/undo`).send({ reason: '改错了' });
  }
}
