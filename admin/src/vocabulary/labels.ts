import type { LinkedRecord } from '@anju/domain';

/** Where persons of a household also stand, short enough for a chip. */
export const LINKED_CHIP_LABELS: Readonly<Record<LinkedRecord, string>> = {
  renovation: '危改档案',
  relocationEntry: '搬迁名单',
};

/** Years in which a household may have left poverty (document: 2014 to 2020). */
export const EXIT_YEARS = [2014, 2015, 2016, 2017, 2018, 2019, 2020] as const;
