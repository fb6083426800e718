import { categoriesOfKind } from '@anju/domain';
import type { HouseholdRecord } from '@anju/domain/contracts';
import { styled } from '@mui/material/styles';
import { t } from '../language/t';
import { useForms } from '../vocabulary/use-forms';
import { CertificateLinks } from './certificate-links';

const Row = styled('div')({ display: 'flex', flexWrap: 'wrap', gap: '4px 16px', padding: '8px 16px' });

/** The certificates that the household's kind of safeguard names; nothing for the other kinds. */
export function CertificatesOfKind({ record }: { readonly record: HouseholdRecord }) {
  const evidence = useForms()?.evidence;
  const kind = record.safeguard?.kind;
  if (!evidence || !kind) return null;
  const named = categoriesOfKind(kind, evidence);
  const templates = evidence.categories.flatMap(({ key, template }) =>
    named.includes(key) && template ? [template] : [],
  );
  const offered = evidence.templates.filter(({ key }) => templates.includes(key));
  if (offered.length === 0) return null;
  return (
    <Row className="no-print" role="group" aria-label={t('证明下载')}>
      {offered.map(({ key, name }) => (
        <CertificateLinks key={key} householdId={record.id} template={key} name={name} />
      ))}
    </Row>
  );
}
