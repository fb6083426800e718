import type { Caller, TestApp } from '../../harness/app';
import { RECOGNITIONS, recordOf, unrecognisedIds, withoutArchive } from './register';
import { answered, resent, step, TOWNSHIP } from './reviews';

/** Households of the reviewer's township that are brought to a state of the review, each used once. */
export class ReviewedHouseholds {
  private constructor(
    private readonly app: TestApp,
    readonly clerk: Caller,
    readonly township: Caller,
    readonly county: Caller,
    /** Those that nobody has recognised yet. */
    readonly blank: number[],
  ) {}

  static async in(app: TestApp): Promise<ReviewedHouseholds> {
    const blank = await withoutArchive(app, await unrecognisedIds(app));
    // The demonstration leaves too few to do in the one township that has a reviewer.
    await app.owner.query(
      `update households set region_code = (select min(code) from regions where starts_with(code, $1) and length(code) = 12)
       where id = any ($2)`,
      [TOWNSHIP, blank],
    );
    return new ReviewedHouseholds(
      app,
      await app.as('demo-clerk'),
      await app.as('demo-township-reviewer'),
      await app.as('demo-county-reviewer'),
      blank,
    );
  }

  /** Just entered by the county's clerk. */
  async entered(changes: object = {}): Promise<number> {
    const id = this.blank.shift();
    if (id === undefined) throw new Error('The township holds too few unrecognised households');
    const { version } = await recordOf(this.app, id);
    const answer = await this.clerk
      .put(`/api/registry/households/${id}/safeguard`)
      .send({ version, ...RECOGNITIONS.originalSafe, ...changes });
    if (answer.status !== 200) throw new Error(answer.text);
    return id;
  }

  async approvedByTownship(): Promise<number> {
    const id = await this.entered();
    answered(await step(this.app, this.township, id, 'approve'));
    return id;
  }

  async approvedByBoth(): Promise<number> {
    const id = await this.approvedByTownship();
    answered(await step(this.app, this.county, id, 'approve'));
    return id;
  }

  /** Saves the recognition again, with what changes. */
  async save(id: number, changes: object = {}): Promise<void> {
    const record = await recordOf(this.app, id);
    answered(await this.clerk.put(`/api/registry/households/${id}/safeguard`).send(resent(record, changes)));
  }
}
