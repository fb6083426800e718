/** The placeholders `{名称}` that a certificate's template may name; each is filled from the household's record. */
export const CERTIFICATE_VALUES = [
  '县',
  '乡镇',
  '村',
  '户类型',
  '户主姓名',
  '身份证号',
  '家庭人口',
  '类型',
  '保障方式',
  '开工时间',
  '竣工时间',
  '入住时间',
  '原住房鉴定结果',
] as const;
export type CertificateValue = (typeof CERTIFICATE_VALUES)[number];

/** The largest Word template, in bytes. */
export const LARGEST_TEMPLATE_BYTES = 2 * 1024 ** 2;
