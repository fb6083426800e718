/** The columns by which a list says where something is: a code, or names inside a county. */
export const REGION_COLUMNS = {
  regionCode: { title: '行政区划代码', others: ['区划代码', '行政区划编码', '村代码', '村编码'] },
  county: { title: '县', others: ['县区', '区县', '县市区', '县(市、区)', '县(市、区、旗)', '县名'] },
  township: { title: '乡镇', others: ['乡(镇)', '乡镇名', '乡镇(街道)', '乡'] },
  village: { title: '村', others: ['行政村', '村名', '村(社区)', '村(居)'] },
} as const;

export type RegionColumn = keyof typeof REGION_COLUMNS;
