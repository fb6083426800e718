import { hasDuty, useCurrentUser } from '../auth/current-user';
import { t } from '../language/t';
import { CertificateLink } from './certificate-link';

interface CertificateLinksProps {
  readonly householdId: number;
  /** The certificate's key among the templates. */
  readonly template: string;
  readonly name: string;
}

/** A certificate prefilled from the household's saved record, for those who see full numbers, and an empty one to fill in by hand. */
export function CertificateLinks({ householdId, template, name }: CertificateLinksProps) {
  const readsInFull = hasDuty(useCurrentUser(), 'enter', 'reviewTownship', 'reviewCounty');
  return (
    <span style={{ display: 'inline-flex', flexWrap: 'wrap', gap: '2px 12px' }}>
      {readsInFull && (
        <CertificateLink
          path={`/registry/households/${householdId}/certificates/${template}`}
          title={t('按该户已保存的信息预填')}
        >
          {t('下载{name}', { name })}
        </CertificateLink>
      )}
      <CertificateLink path={`/registry/certificates/${template}`} title={t('{name}，留空手填', { name })}>
        {t('空白表')}
      </CertificateLink>
    </span>
  );
}
