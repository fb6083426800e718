import { styled } from '@mui/material/styles';
import type { EvidenceRow, HouseholdRecord } from '@anju/domain/contracts';
import { CertificatesOfKind } from '../certificates/certificates-of-kind';
import { t } from '../language/t';
import { Card } from '../layout/card';
import { MessageState } from '../states/message-state';
import { useForms } from '../vocabulary/use-forms';
import { EvidenceThumbs } from './evidence-thumbs';

const Body = styled('div')({
  display: 'grid',
  gridTemplateColumns: 'repeat(auto-fill, minmax(280px, 1fr))',
  gap: 12,
  padding: '10px 16px 14px',
  '& h3': { marginBottom: 6 },
});

/** The evidence of the household by category. */
export function EvidenceCard({ record }: { readonly record: HouseholdRecord }) {
  const categories = useForms()?.evidence.categories ?? [];
  const used = [...new Set(record.evidence.map(({ category }) => category))];
  const label = (key: string) => categories.find((category) => category.key === key)?.label ?? key;
  return (
    <Card>
      <header>
        <h2>{t('佐证材料')}</h2>
        <span className="muted small">{t('{count} 件', { count: record.evidence.length })}</span>
      </header>
      <CertificatesOfKind record={record} />
      {record.evidence.length === 0 ? (
        <MessageState icon="info" title={t('还没有佐证材料')} />
      ) : (
        <Body>
          {used.map((category) => (
            <Group
              key={category}
              label={label(category)}
              evidence={record.evidence.filter((evidence) => evidence.category === category)}
            />
          ))}
        </Body>
      )}
    </Card>
  );
}

function Group({ label, evidence }: { readonly label: string; readonly evidence: readonly EvidenceRow[] }) {
  return (
    <div>
      <h3>
        {label} <span className="muted small">{t('{count} 件', { count: evidence.length })}</span>
      </h3>
      <EvidenceThumbs evidence={evidence} label={label} />
    </div>
  );
}
