import { changedCorrections } from '../../../admin/src/recognition/model/corrections';
import { fieldValue, moneyOf } from '../../../admin/src/recognition/model/field-text';
import { missingItems } from '../../../admin/src/recognition/model/missing';
import { placeRoot } from '../../../admin/src/recognition/model/place-root';
import { problemsOf } from '../../../admin/src/recognition/model/problems';
import { safeguardDraft } from '../../../admin/src/recognition/model/safeguard-draft';
import { switchedKind } from '../../../admin/src/recognition/model/switched-kind';
import { differingPaths } from '../../../admin/src/recognition/model/values';
import { onJune30, shippedEvidence } from '../domain/safeguard-builders';
import { aMember, aRecord, opened, typed } from './recognition-builders';

const rules = { ...onJune30, evidence: shippedEvidence, idNumbers: { today: onJune30.today } };

describe('a form just opened', () => {
  it('proposes the user, the day and the reviewers, and differs from nothing', () => {
    expect(opened().common).toMatchObject({
      entryPerson: '罗文静',
      entryDate: '2020-06-30',
      townshipReviewer: '伍国栋',
      countyReviewer: '班玉梅',
    });
    expect(differingPaths(opened(), opened())).toEqual([]);
  });

  it('has no correction to send', () => {
    expect(changedCorrections(opened(), aRecord())).toBeUndefined();
  });
});

describe('another kind', () => {
  it('takes along the dates and ticks that it asks for as well, where it has none, and names what is dropped', () => {
    const values = typed(
      { kind: 'povertyRelocation' },
      {
        povertyRelocation: {
          startDate: '2017-03-01',
          completionDate: '2018-09-01',
          notMovedIn: true,
          confirmedBy: '王工',
        },
        otherRelocation: { completionDate: '2016-01-01' },
      },
    );
    const { kept, dropped } = switchedKind(values, 'otherRelocation', rules.forms);
    expect(kept.map(({ path, value }) => [path, value])).toEqual([
      ['kinds.otherRelocation.startDate', '2017-03-01'],
      ['kinds.otherRelocation.notMovedIn', true],
    ]);
    expect(dropped.map(({ name }) => name)).toEqual(['confirmedBy']);
  });

  it('keeps no note: in each kind it says something else', () => {
    const values = typed(
      { kind: 'otherMeans' },
      { otherMeans: { otherMeansType: 'other', kindNote: '借用村委会房屋' } },
    );
    const { kept, dropped } = switchedKind(values, 'publicHousing', rules.forms);
    expect([kept, dropped.map(({ name }) => name)]).toEqual([[], ['otherMeansType', 'kindNote']]);
  });
});

describe('corrections', () => {
  it('send what changed and nothing else, with the version of the record', () => {
    const record = aRecord({ remark: '旧的说明' });
    const values = typed({ remark: '  ', regionCode: '520425101' }, {}, record);
    expect(changedCorrections(values, record)).toEqual({ version: 3, remark: null, regionCode: '520425101' });
  });

  it('name the member whose number was corrected', () => {
    const record = aRecord({ members: [aMember(), aMember({ id: 72, isHead: false, correctedPhone: '13800000000' })] });
    const members = { ...opened(record).members, m72: { correctedIdNumber: '', correctedPhone: ' ' } };
    expect(changedCorrections(typed({ members }, {}, record), record)).toEqual({
      version: 3,
      members: [{ id: 72, correctedPhone: null }],
    });
  });
});

describe('a safeguard', () => {
  it('sends the fields of its own kind only, as values', () => {
    const values = typed(
      { kind: 'originalSafe' },
      {
        originalSafe: { appraisalResult: 'gradeA', appraiser: ' 罗工程师 ', appraisalDate: '2020.6.1' },
        otherMeans: { otherMeansType: 'renting' },
      },
    );
    const draft = safeguardDraft('originalSafe', values, 3, rules);
    expect(draft).toMatchObject({ version: 3, appraiser: '罗工程师', appraisalDate: '2020-06-01' });
    expect(draft).not.toHaveProperty('otherMeansType');
  });

  it('drops the dates that 尚未开工 stands in for, later steps included', () => {
    const dates = { startDate: '20170301', completionDate: '20180301', moveInDate: '20180601', notStarted: true };
    const values = typed({ kind: 'povertyRelocation' }, { povertyRelocation: dates });
    expect(safeguardDraft('povertyRelocation', values, 3, rules)).toMatchObject({
      startDate: null,
      completionDate: null,
      moveInDate: null,
      notStarted: true,
      notCompleted: true,
      notMovedIn: true,
    });
  });
});

describe('what is asked for', () => {
  it('is the kind alone until one is chosen', () => {
    expect(missingItems(opened(), [], rules).map(({ key }) => key)).toEqual(['kind']);
  });

  it('is each blank field and each group of papers without a photo', () => {
    const values = typed(
      { kind: 'originalSafe' },
      { originalSafe: { appraisalResult: 'gradeA', appraiser: '罗工程师' } },
    );
    const labels = missingItems(values, [{ category: 'houseFrontPhoto' }], rules).map(({ label }) => label);
    expect(labels).toContain('鉴定（评定）时间');
    expect(labels).not.toContain('鉴定（评定）人');
    expect(labels.filter((label) => label.includes('照片'))).toEqual([]);
    expect(missingItems(values, [], rules).length).toBe(labels.length + 1);
  });

  it('refuses a correction that is no identity number, and says so at that member', () => {
    const members = { m71: { correctedIdNumber: '110105194912310021', correctedPhone: '' } };
    expect([...problemsOf(typed({ members }), aRecord(), rules).keys()]).toEqual(['members.m71.correctedIdNumber']);
  });
});

describe('what is typed', () => {
  it.each([
    ['13,500.00', 13500],
    ['￥13500元', 13500],
    ['１３５００', 13500],
    ['约一万', NaN],
    ['1.2.3', NaN],
  ])('reads the amount %s as %d', (text, amount) => {
    expect(moneyOf(text)).toBe(amount);
  });

  it('is passed on where it is no date, so that the rules can refuse it', () => {
    expect(fieldValue({ type: 'date' }, '2020-13-01')).toBe('2020-13-01');
    expect(fieldValue({ type: 'date' }, ' 20200601 ')).toBe('2020-06-01');
  });
});

describe('the place of a household', () => {
  it.each([
    ['520425', '520425'],
    ['520425101', '520425101'],
    ['520425101001', '520425101'],
  ])('may be chosen by a clerk of %s inside %s', (clerk, root) => {
    expect(placeRoot(clerk, '520425101001')).toBe(root);
  });
});
