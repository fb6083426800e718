import { styled } from '@mui/material/styles';
import type { SafeguardKind } from '@anju/domain';
import type { HouseholdRecord } from '@anju/domain/contracts';
import { useMemo } from 'react';
import { FormProvider, useForm } from 'react-hook-form';
import { useCurrentUser } from '../auth/current-user';
import { t } from '../language/t';
import { colour } from '../theme/tokens';
import { SamplePicture } from './evidence/sample-picture';
import { Thumb } from './evidence/thumb';
import { initialValues, type RecognitionValues } from './model/values';
import { RecognitionContext } from './recognition-context';
import { KindFieldsSection } from './safeguard/kind-fields-section';
import { type FormSources, rulesFor } from './use-form-rules';

/** A household of which nothing is known yet: the form as it opens. */
const UNKNOWN_HOUSEHOLD: HouseholdRecord = {
  id: 0,
  registryNumber: null,
  source: 'registry',
  regionCode: '',
  regionName: '',
  headName: '',
  memberCount: 0,
  povertyAttribute: null,
  povertyCause: null,
  povertyExited: null,
  exitYear: null,
  recognised: false,
  remark: null,
  departureReason: null,
  verificationNote: null,
  vanishedAt: null,
  masked: false,
  members: [],
  safeguard: null,
  evidence: [],
  renovation: null,
  foreignRenovation: null,
  relocationEntry: null,
  warnings: [],
  extras: [],
  version: 0,
};

const Papers = styled('ul')({
  display: 'grid',
  gap: 10,
  marginTop: 12,
  fontSize: 13,
  '& li': { display: 'grid', gridTemplateColumns: '76px 1fr', gap: 12 },
  '& h3 span': { color: colour.warning },
});

interface KindPreviewProps {
  readonly kind: SafeguardKind;
  readonly sources: FormSources;
}

/** The form of one kind as a clerk sees it: its real inputs, filled in for nobody, and the papers it asks for. */
export function KindPreview({ kind, sources }: KindPreviewProps) {
  const user = useCurrentUser();
  const rules = useMemo(() => rulesFor(sources, user?.regionCode ?? ''), [sources, user?.regionCode]);
  const opened = useMemo(() => {
    const nobody = { name: '', townshipReviewer: null, countyReviewer: null };
    return { ...initialValues(UNKNOWN_HOUSEHOLD, { forms: rules.forms, user: nobody, today: rules.today }), kind };
  }, [rules, kind]);
  const form = useForm<RecognitionValues>({ defaultValues: opened });
  const recognition = useMemo(
    () => ({ record: UNKNOWN_HOUSEHOLD, opened, rules, focus: () => undefined }),
    [opened, rules],
  );
  const requirement = rules.evidence.requirements.find((entry) => entry.kind === kind);
  return (
    <RecognitionContext.Provider value={recognition}>
      <FormProvider {...form}>
        <KindFieldsSection />
        <Papers aria-label={t('需要上传的材料')}>
          {requirement?.groups.map((group) => {
            const categories = rules.evidence.categories.filter(({ key }) => group.categories.includes(key));
            const [first] = categories;
            return (
              <li key={group.key}>
                <Thumb>{first && <SamplePicture category={first} />}</Thumb>
                <div>
                  <h3>
                    {group.label}
                    <span aria-hidden="true"> *</span>
                  </h3>
                  {categories.map(({ key, label, hint }) => (
                    <p key={key} className="small muted">
                      {categories.length > 1 && t('或 {label}：', { label })}
                      {hint}
                    </p>
                  ))}
                </div>
              </li>
            );
          })}
        </Papers>
      </FormProvider>
    </RecognitionContext.Provider>
  );
}
