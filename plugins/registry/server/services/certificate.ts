import { type CertificateValue, valueInForce } from '@anju/domain';
import type { EvidenceConfig, HouseholdRecord } from '@anju/domain/contracts';
import { fillDocument, NotFound, requestDb, RuleBroken, templateContent, UnknownPlaceholder } from '@anju/kit';
import { regionNamesOf } from '../queries/region-names-of';
import { uploadedTemplate } from '../queries/template-file';
import { writeJournal } from '../queries/write-journal';
import { configurationInForce, optionsInRegion } from './configuration';
import { readHousehold } from './household-record';

type Template = EvidenceConfig['templates'][number];
type Values = Readonly<Record<CertificateValue, string>>;

/** A document to be saved by the browser. */
export interface Certificate {
  readonly fileName: string;
  readonly content: Buffer;
}

/** A certificate prefilled from a household's record; journalled, since it holds the head's number. Throws NotFound or RuleBroken. */
export async function certificateOf(householdId: number, template: string): Promise<Certificate> {
  const known = await knownTemplate(template);
  const record = await readHousehold(householdId);
  const content = fill(await contentOf(known), await valuesOf(record), known.name);
  await writeJournal(requestDb(), {
    action: 'certificate',
    subjectTable: 'households',
    subjectId: householdId,
    regionCode: record.regionCode,
    detail: { template },
  });
  return { fileName: fileNameOf(record.headName, known.name), content };
}

function contentOf(template: Template): Promise<Buffer> {
  return templateContent(template, (digest) => uploadedTemplate(requestDb(), digest));
}

/** A certificate to be filled in by hand. Throws NotFound or RuleBroken. */
export async function blankCertificate(template: string): Promise<Certificate> {
  const known = await knownTemplate(template);
  return { fileName: fileNameOf('空白', known.name), content: fill(await contentOf(known), BLANK, known.name) };
}

async function knownTemplate(template: string): Promise<Template> {
  const known = (await configurationInForce()).evidence.templates.find(({ key }) => key === template);
  if (!known) throw new NotFound('没有这种证明模板');
  return known;
}

function fileNameOf(whose: string, name: string): string {
  return `${whose} ${name.replace(/[《》]/g, '')}.docx`;
}

/** What a template may name, as it stands on an empty form. */
const UNSAID_RESULT = '□C级 □D级 □不安全';
const BLANK: Values = {
  县: '',
  乡镇: '',
  村: '',
  户类型: '建档立卡贫困户',
  户主姓名: '',
  身份证号: '',
  家庭人口: '',
  类型: '',
  保障方式: '',
  开工时间: '',
  竣工时间: '',
  入住时间: '',
  原住房鉴定结果: UNSAID_RESULT,
};

function fill(file: Buffer, values: Values, name: string): Buffer {
  try {
    return fillDocument(file, values);
  } catch (error) {
    if (!(error instanceof UnknownPlaceholder)) throw error;
    throw new RuleBroken({}, `${name}的模板中有无法识别的栏目“${error.placeholder}”，请联系选项维护人员修改模板`);
  }
}

async function valuesOf(record: HouseholdRecord): Promise<Values> {
  const { safeguard, members, regionCode } = record;
  const options = optionsInRegion(await configurationInForce(), regionCode);
  const labelOf = (listKey: string, key: string | null | undefined, note: string | null | undefined) => {
    const option = options.find((one) => one.listKey === listKey && one.key === key);
    return option?.requiresNote && note ? `${option.label}（${note}）` : (option?.label ?? '');
  };
  const places = await regionNamesOf(
    requestDb(),
    [6, 9, 12].map((length) => regionCode.slice(0, length)),
  );
  const placeAt = (length: number) =>
    regionCode.length < length ? '' : (places.get(regionCode.slice(0, length)) ?? '');
  const head = members.find(({ isHead }) => isHead);
  return {
    县: placeAt(6),
    乡镇: placeAt(9),
    村: placeAt(12),
    户类型: record.source === 'registry' ? '建档立卡贫困户' : '贫困户',
    户主姓名: record.headName,
    身份证号: (head && valueInForce(head.correctedIdNumber, head.registryIdNumber)) ?? '',
    家庭人口: String(record.memberCount),
    类型: labelOf('relocationType', safeguard?.relocationType, safeguard?.kindNote),
    保障方式:
      labelOf('publicHousingType', safeguard?.publicHousingType, safeguard?.kindNote) ||
      labelOf('otherMeansType', safeguard?.otherMeansType, safeguard?.kindNote),
    开工时间: dayInWords(safeguard?.startDate),
    竣工时间: dayInWords(safeguard?.completionDate),
    入住时间: dayInWords(safeguard?.moveInDate),
    原住房鉴定结果: labelOf('appraisalResult', record.renovation?.originalAppraisalResult, null) || UNSAID_RESULT,
  };
}

/** 2018-03-01 as a paper has it: 2018年3月1日. */
function dayInWords(day: string | null | undefined): string {
  const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day ?? '') ?? [];
  return year === undefined ? '' : `${year}年${Number(month)}月${Number(date)}日`;
}
