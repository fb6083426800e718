import { warningSentence } from '@anju/domain';

const other = { householdId: 7, name: '陈**', regionCode: '520402001001', countyName: '贵州省安顺市西秀区' };

describe('a warning in one sentence', () => {
  it('names the person, the masked number, what is wrong with it and whom it meets', () => {
    const explanation = {
      memberId: 1,
      personName: '杨光明',
      isHead: false,
      idNumber: '690425********0379',
      errors: ['checksum' as const, 'duplicate' as const],
      hasProposal: false,
      others: [other],
      otherCount: 1,
    };
    expect(warningSentence({ kind: 'idError', explanation })).toBe(
      '家庭成员杨光明的身份证号 690425********0379：身份证号校验位不对，请逐位核对；与另外 1 人相同：陈**（贵州省安顺市西秀区）。',
    );
  });

  it('says of a person without a number that there is none', () => {
    const explanation = {
      memberId: 1,
      personName: '杨光明',
      isHead: true,
      idNumber: null,
      errors: ['missing' as const],
      hasProposal: false,
      others: [],
      otherCount: 0,
    };
    expect(warningSentence({ kind: 'idError', explanation })).toBe('户主杨光明：没有身份证号。');
  });

  it('lists every safeguard that overlaps, with its record', () => {
    const matched = {
      personName: '杨光明',
      idNumber: '690425********0379',
      name: '杨**',
      regionCode: '520425',
      countyName: '紫云县',
    };
    const explanation = {
      sources: [
        { source: 'recognised' as const, kind: 'originalSafe' as const },
        { source: 'relocationEntry' as const, kind: 'povertyRelocation' as const, moveInDate: null, ...matched },
      ],
    };
    expect(warningSentence({ kind: 'safeguardOverlap', explanation })).toBe(
      '本户已认定为原住房鉴定（评定）安全；杨光明（690425********0379）在易地扶贫搬迁名单中（紫云县）。一户只能认定一种保障方式，请核实后保留一种。',
    );
  });

  it('names the gaps of an archive and the ticks of a relocation', () => {
    const base = { renovationId: null, archiveGaps: [], notStarted: false, notCompleted: true };
    expect(
      warningSentence({
        kind: 'incomplete',
        explanation: { kind: 'otherRelocation', reasons: ['notMovedIn'], ...base },
      }),
    ).toBe('已认定为生态移民、水库移民和避险搬迁：尚未竣工、尚未入住。');
    expect(
      warningSentence({
        kind: 'incomplete',
        explanation: {
          ...base,
          kind: 'renovation',
          reasons: ['archiveIncomplete'],
          archiveGaps: ['completionDate', 'accepted'],
        },
      }),
    ).toBe('已认定为农村危房改造：危房改造档案还缺 竣工日期、是否验收。');
  });
});
