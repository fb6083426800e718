import { SAFEGUARD_KINDS, checkSafeguard } from '@anju/domain';
import { safeguardInput } from '@anju/domain/contracts';
import { aSafeguard, onJune30, shippedOptions } from './safeguard-builders';

describe('a recognition', () => {
  it.each(SAFEGUARD_KINDS)('as %s is saved when all its fields are filled in', (kind) => {
    const input = aSafeguard(kind);
    expect(checkSafeguard(input, onJune30)).toEqual({});
    expect(safeguardInput.parse(input)).toEqual(input);
  });

  it('names its persons', () => {
    const input = aSafeguard('otherMeans', { townshipReviewer: null, countyReviewer: ' ' });
    expect(checkSafeguard(input, onJune30)).toEqual({
      townshipReviewer: '请填写乡镇审核人',
      countyReviewer: '请填写县级主管部门审核人',
    });
  });

  it('is entered, then reviewed by the township, then by the county', () => {
    const input = aSafeguard('otherMeans', { townshipReviewDate: '2020-06-17', countyReviewDate: '2020-06-19' });
    expect(checkSafeguard(input, onJune30)).toEqual({ townshipReviewDate: '乡镇审核时间不能早于录入时间' });
    expect(checkSafeguard(aSafeguard('otherMeans', { countyReviewDate: '2020-06-17' }), onJune30)).toEqual({
      countyReviewDate: '县级主管部门审核时间不能早于录入时间',
    });
  });

  it('happens today at the latest', () => {
    const { entryDate } = aSafeguard('otherMeans');
    expect(checkSafeguard(aSafeguard('otherMeans'), { ...onJune30, today: entryDate })).toEqual({});
    expect(checkSafeguard(aSafeguard('otherMeans'), { ...onJune30, today: '2020-06-17' })).toEqual({
      entryDate: '录入时间不能晚于今天',
    });
  });

  it('names every missing field of its kind at once', () => {
    const input = aSafeguard('originalSafe', { appraisalResult: null, appraiser: '', appraisalDate: undefined });
    expect(checkSafeguard(input, onJune30)).toEqual({
      appraisalResult: '请选择鉴定（评定）结果',
      appraiser: '请填写鉴定（评定）人',
      appraisalDate: '请填写鉴定（评定）时间',
    });
  });
});

describe('options', () => {
  it('of another kind are refused: an unsafe house is not originally safe, nor a safe one renovated', () => {
    const outside = '鉴定（评定）结果不在可选范围内';
    expect(checkSafeguard(aSafeguard('originalSafe', { appraisalResult: 'gradeC' }), onJune30)).toEqual({
      appraisalResult: outside,
    });
    expect(checkSafeguard(aSafeguard('renovation', { originalAppraisalResult: 'gradeA' }), onJune30)).toEqual({
      originalAppraisalResult: `原住房${outside}`,
    });
  });

  it('that no list holds are refused', () => {
    expect(checkSafeguard(aSafeguard('otherMeans', { otherMeansType: 'camping' }), onJune30)).toHaveProperty(
      'otherMeansType',
    );
    expect(checkSafeguard(aSafeguard('renovation', { planYear: 1999 }), onJune30)).toEqual({
      planYear: '列入计划的年度不在可选范围内',
    });
  });

  it('that are switched off or out of date are refused', () => {
    const change = (changes: object) =>
      shippedOptions.map((option) => (option.key === 'renting' ? { ...option, ...changes } : option));
    for (const changes of [{ enabled: false }, { validTo: '2020-06-29' }, { validFrom: '2020-07-01' }])
      expect(checkSafeguard(aSafeguard('otherMeans'), { ...onJune30, options: change(changes) })).toHaveProperty(
        'otherMeansType',
      );
  });

  it('added by configurators are offered to every kind that uses the list', () => {
    const added = { listKey: 'appraisalResult', key: 'localSafe', label: '本地评定', rank: 70 };
    const options = [...shippedOptions, { ...added, enabled: true, requiresNote: false, core: false }];
    expect(
      checkSafeguard(aSafeguard('originalSafe', { appraisalResult: 'localSafe' }), { ...onJune30, options }),
    ).toEqual({});
  });

  it.each([
    aSafeguard('otherRelocation', { relocationType: 'other' }),
    aSafeguard('publicHousing', { publicHousingType: 'other' }),
    aSafeguard('otherMeans', { otherMeansType: 'other' }),
    aSafeguard('renovation', { renovationMode: 'other' }),
  ])('other of $kind needs its note', (input) => {
    expect(Object.keys(checkSafeguard(input, onJune30))).toEqual(['kindNote']);
    expect(checkSafeguard({ ...input, kindNote: '村集体安排' }, onJune30)).toEqual({});
  });
});

describe('renovation', () => {
  it('is recognised by its original result alone; the archive may follow', () => {
    const { version, entryPerson, entryDate, townshipReviewer, countyReviewer } = aSafeguard('renovation');
    const persons = { version, entryPerson, entryDate, townshipReviewer, countyReviewer };
    expect(checkSafeguard({ ...persons, kind: 'renovation', originalAppraisalResult: 'gradeD' }, onJune30)).toEqual({});
    expect(checkSafeguard({ ...persons, kind: 'renovation' }, onJune30)).toEqual({
      originalAppraisalResult: '请选择原住房鉴定（评定）结果',
    });
  });

  it('of a household without a house has no original result', () => {
    const input = aSafeguard('renovation', { renovationMode: 'newBuildNoHouse', originalAppraisalResult: null });
    expect(checkSafeguard(input, onJune30)).toEqual({});
  });

  it('is not completed before it starts, nor in the future', () => {
    expect(checkSafeguard(aSafeguard('renovation', { completionDate: '2018-04-30' }), onJune30)).toEqual({
      completionDate: '竣工日期不能早于开工日期',
    });
    expect(checkSafeguard(aSafeguard('renovation', { completionDate: '2020-07-01' }), onJune30)).toEqual({
      completionDate: '竣工日期不能晚于今天',
    });
  });

  it.each([
    [-1, '各级政府补助资金不能小于 0'],
    [0.005, '各级政府补助资金最多两位小数'],
    [Number.NaN, '各级政府补助资金必须是数字'],
  ])('refuses a subsidy of %p yuan', (subsidyTotal, message) => {
    expect(checkSafeguard(aSafeguard('renovation', { subsidyTotal }), onJune30)).toEqual({ subsidyTotal: message });
  });

  it.each([0, 0.1, 13500.29, 999_999.99])('takes a subsidy of %p yuan', (subsidyTotal) => {
    expect(checkSafeguard(aSafeguard('renovation', { subsidyTotal }), onJune30)).toEqual({});
  });
});

describe('relocation', () => {
  it('starts, is completed and is moved into, in this order', () => {
    const input = aSafeguard('povertyRelocation', { completionDate: '2017-02-28', moveInDate: '2017-01-01' });
    expect(checkSafeguard(input, onJune30)).toEqual({
      completionDate: '竣工时间不能早于开工时间',
      moveInDate: '入住时间不能早于开工时间',
    });
  });

  it('has a date or a tick for every step, never a blank', () => {
    const blank = aSafeguard('otherRelocation', { startDate: null, completionDate: null, moveInDate: null });
    expect(Object.keys(checkSafeguard(blank, onJune30)).sort()).toEqual(['completionDate', 'moveInDate', 'startDate']);
    expect(checkSafeguard({ ...blank, notStarted: true }, onJune30)).toEqual({});
    expect(checkSafeguard({ ...blank, startDate: '2019-01-01', notCompleted: true }, onJune30)).toEqual({});
  });

  it('may be completed and not moved into', () => {
    expect(checkSafeguard(aSafeguard('povertyRelocation', { moveInDate: null, notMovedIn: true }), onJune30)).toEqual(
      {},
    );
  });

  it('cannot be ticked as not done and dated at once, nor a later step dated', () => {
    expect(checkSafeguard(aSafeguard('povertyRelocation', { notCompleted: true }), onJune30)).toEqual({
      completionDate: '已勾选“尚未竣工”，不能填写竣工时间',
      moveInDate: '已勾选“尚未竣工”，不能填写入住时间',
    });
  });
});
