import { daySteps } from '../../../admin/src/statistics/day-steps';

describe('the curve of progress', () => {
  it('keeps a share until the next day that has another', () => {
    const days = [
      { day: '2026-01-01', total: 10, recognised: 0 },
      { day: '2026-01-06', total: 10, recognised: 5 },
      { day: '2026-01-11', total: 20, recognised: 20 },
    ];
    expect(daySteps(days, 100, 50)).toEqual({
      line: 'M0 50H50V25H100V0',
      area: 'M0 50H50V25H100V0H100V50H0Z',
    });
  });

  it('stays on the ground where there are no households', () => {
    expect(daySteps([{ day: '2026-01-01', total: 0, recognised: 0 }], 100, 50).line).toBe('M0 50');
  });
});
