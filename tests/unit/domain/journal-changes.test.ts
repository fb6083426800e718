import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { journalBreakWords, journalChanges } from '@anju/domain';

const noOption = () => undefined;
const update = (subjectTable: string, detail: Readonly<Record<string, unknown>>) =>
  journalChanges({ action: 'update', subjectTable, detail }, noOption);

describe('the fields of a journal entry', () => {
  it('are old and new by labels, with names and numbers masked', () => {
    const changes = update('members', {
      name: ['欧阳某某', '欧阳某'],
      corrected_id_number: [null, '690425197001010022'],
      registry_phone: ['13812345678', null],
      is_head: [false, true],
    });
    expect(changes).toEqual([
      { field: 'name', label: '姓名或名称', before: '欧***', after: '欧**' },
      { field: 'correctedIdNumber', label: '更正的证件号码', before: null, after: '690425********0022' },
      { field: 'registryPhone', label: '名单联系方式', before: '138****5678', after: null },
      { field: 'isHead', label: '户主', before: '否', after: '是' },
    ]);
  });

  it('of a new row stand as new, of a deleted one as old', () => {
    const detail = { kind: 'renovation', completion_date: '2019-06-01' };
    const of = (action: string) => journalChanges({ action, subjectTable: 'safeguards', detail }, noOption);
    expect(of('create').map(({ before, after }) => [before, after])).toEqual([
      [null, '农村危房改造'],
      [null, '2019-06-01'],
    ]);
    expect(of('delete').map(({ before, after }) => [before, after])).toEqual([
      ['农村危房改造', null],
      ['2019-06-01', null],
    ]);
  });

  it('show what an export asked for, without the name and the number in it', () => {
    const detail = {
      filter: { personName: '欧阳某某', idNumber: '690425197001010022', recognised: true },
      format: 'csv',
    };
    const changes = journalChanges({ action: 'export', subjectTable: 'export_job', detail }, noOption);
    expect(changes.map(({ label, after }) => `${label} ${after}`)).toEqual([
      '条件：姓名 欧***',
      '条件：证件号码 690425********0022',
      '条件：已认定 是',
      '格式 csv',
    ]);
  });

  it('of configuration and accounts show their names, but no phone', () => {
    expect(update('options', { label: ['旧名', '新名'] })).toMatchObject([{ before: '旧名', after: '新名' }]);
    expect(update('up_users', { phone: [null, '13812345678'], name: ['甲', '乙丙'] })).toMatchObject([
      { after: '138****5678' },
      { after: '乙丙' },
    ]);
  });

  /** Keys of options, codes and states: what they hold comes from a list, not from a person. */
  const FROM_LISTS =
    /^(appraisalResult|archiveNumber|category|constructionMode|householdNumber|kind|mimeType|originalAppraisalResult|otherMeansType|povertyAttribute|povertyType|publicHousingType|regionCode|registryNumber|registryRegionCode|relocationType|renovationMode|resettlementMode|reviewState|source|status|structure|state)$/;

  it('of every text of people’s content types hide a name that somebody typed there', () => {
    const types = ['household', 'member', 'safeguard', 'evidence', 'renovation', 'relocation-entry', 'warning'];
    const api = path.join(__dirname, '..', '..', '..', 'cms', 'src', 'api');
    const known = readdirSync(api);
    const texts = types
      .filter((type) => known.includes(type))
      .flatMap((type) => textFields(path.join(api, type), type));
    expect(texts.length).toBeGreaterThan(30);
    const shown = texts.filter((field) => {
      const [change] = update('households', { [field]: [null, '欧阳某某，电话 13812345678'] });
      return change?.after?.includes('欧阳') === true || change?.after?.includes('13812345678') === true;
    });
    expect(shown.filter((field) => !FROM_LISTS.test(field))).toEqual([]);
  });
});

function textFields(folder: string, type: string): readonly string[] {
  const file = path.join(folder, 'content-types', type, 'schema.json');
  const { attributes } = JSON.parse(readFileSync(file, 'utf8')) as { attributes: Record<string, { type: string }> };
  return Object.entries(attributes).flatMap(([name, attribute]) =>
    /^(string|text)$/.test(attribute.type) ? [name] : [],
  );
}

describe('a broken journal', () => {
  it('is named by its entry, else by its seal', () => {
    expect(journalBreakWords({ fault: 'entryRemoved', brokenSeal: 3, brokenEntry: 17 })).toBe(
      '第 17 条日志在封存后被删除（第 3 号封存）',
    );
    expect(journalBreakWords({ fault: 'sealMissing', brokenSeal: 3, brokenEntry: null })).toBe('第 3 号封存缺失');
  });
});
