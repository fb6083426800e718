import { styled } from '@mui/material/styles';
import type { FormField, HouseholdRecord, ReviewChange } from '@anju/domain/contracts';
import { SAFEGUARD_KIND_LABELS } from '../language/domain-words';
import { t } from '../language/t';
import { useFieldText } from '../record/use-field-text';
import { colour } from '../theme/tokens';
import { dayText } from '../vocabulary/numbers';
import { useForms } from '../vocabulary/use-forms';
import { useComparison } from './use-reviews';

const Box = styled('section')({
  '& h3': { fontSize: 13, marginBottom: 6 },
  '& table': {
    width: '100%',
    borderCollapse: 'collapse',
    fontSize: 13,
    border: `1px solid ${colour.line}`,
    tableLayout: 'fixed',
  },
  '& th': { padding: '5px 10px', fontSize: 12, textAlign: 'left', color: colour.ink2, background: colour.sunken },
  '& td': { padding: '6px 10px', borderTop: `1px solid ${colour.line}`, overflowWrap: 'anywhere' },
  '& td del': { color: colour.ink3 },
  '& td.now': { background: colour.changed, borderLeft: `2px solid ${colour.changedEdge}`, fontWeight: 600 },
});

/** What differs from the last approval of the reviewer's level: old and new, evidence too. */
export function ChangesTable({ record }: { readonly record: HouseholdRecord }) {
  const { data } = useComparison(record.id);
  const words = useChangeWords(record);
  if (!data) return null;
  if (data.comparedWith === null) return <p className="muted small">{t('首次审核，没有上次审核的内容可比较。')}</p>;
  const day = dayText(data.comparedWith);
  if (data.changes.length === 0)
    return <p className="muted small">{t('与上次审核（{day}）相比没有变更。', { day })}</p>;
  return (
    <Box aria-label={t('与上次审核相比')}>
      <h3>
        {t('与上次审核相比')}{' '}
        <span className="muted small">{t('{day} 审核，变更 {count} 项', { day, count: data.changes.length })}</span>
      </h3>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('字段')}</th>
            <th scope="col">{t('上次审核')}</th>
            <th scope="col">{t('现在')}</th>
          </tr>
        </thead>
        <tbody>
          {data.changes.map((change) => (
            <tr key={`${change.subject}.${change.subjectId}.${change.field}`}>
              <td>{words.label(change)}</td>
              <td>
                <del>{words.value(change, change.before)}</del>
              </td>
              <td className="now">{words.value(change, change.after)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Box>
  );
}

const MEMBER_LABELS: Readonly<Record<string, string>> = {
  name: t('姓名'),
  registryIdNumber: t('身份证号（名单）'),
  correctedIdNumber: t('身份证号（更正）'),
  registryPhone: t('联系方式（名单）'),
  correctedPhone: t('联系方式（更正）'),
};

const HOUSEHOLD_LABELS: Readonly<Record<string, string>> = {
  regionCode: t('所在地'),
  remark: t('备注'),
  departureReason: t('退出原因'),
};

/** Labels and values of changes in the form's words. */
function useChangeWords(record: HouseholdRecord) {
  const forms = useForms();
  const text = useFieldText();
  const fields = [...(forms?.safeguard.kinds.flatMap((kind) => kind.fields) ?? []), ...(forms?.safeguard.common ?? [])];
  const ofKind = forms?.safeguard.kinds.find(({ kind }) => kind === record.safeguard?.kind)?.fields ?? [];
  const field = (name: string): FormField | undefined =>
    [...ofKind, ...fields].find((known) => known.name === (name === 'modeNote' ? 'kindNote' : name));
  const category = (key: unknown) =>
    forms?.evidence.categories.find((known) => known.key === key)?.label ?? String(key);
  return {
    label({ subject, subjectId, field: name }: ReviewChange): string {
      if (subject === 'evidence') return name === 'added' ? t('审核后补充的材料') : t('审核后删除的材料');
      if (subject === 'household') return HOUSEHOLD_LABELS[name] ?? name;
      if (subject === 'member') {
        const person = record.members.find(({ id }) => id === subjectId)?.name ?? '';
        return `${person} ${MEMBER_LABELS[name] ?? name}`;
      }
      return name === 'kind' ? t('住房安全保障情况') : (field(name)?.label ?? name);
    },
    value({ subject, field: name }: ReviewChange, value: ReviewChange['before']): string {
      if (value === null || value === '') return '–';
      if (subject === 'evidence') return category(value);
      if (name === 'kind') return Object.entries(SAFEGUARD_KIND_LABELS).find(([kind]) => kind === value)?.[1] ?? '–';
      const known = subject === 'safeguard' || subject === 'renovation' ? field(name) : undefined;
      return known ? text(known, { [known.name]: value }) : String(value);
    },
  };
}
