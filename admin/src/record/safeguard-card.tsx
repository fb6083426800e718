import { type SafeguardKind } from '@anju/domain';
import type { FormField, HouseholdRecord, SafeguardRecord } from '@anju/domain/contracts';
import { Link } from 'react-router-dom';
import { SAFEGUARD_KIND_LABELS } from '../language/domain-words';
import { t } from '../language/t';
import { Card } from '../layout/card';
import { MessageState } from '../states/message-state';
import { useForms } from '../vocabulary/use-forms';
import { Fact, Facts } from './facts';
import { useFieldText } from './use-field-text';

/** The recognised safeguard with the fields of its kind, and the persons answerable for it. */
export function SafeguardCard({ record }: { readonly record: HouseholdRecord }) {
  const { safeguard } = record;
  return (
    <Card>
      <header>
        <h2>{t('住房安全保障情况')}</h2>
        {safeguard && (
          <b>
            <KindName record={record} kind={safeguard.kind} />
          </b>
        )}
      </header>
      {safeguard ? (
        <SafeguardFacts safeguard={safeguard} />
      ) : (
        <MessageState icon="info" title={record.departureReason ? t('已说明退出，未认定') : t('还没有认定')}>
          {t('认定后，保障方式和佐证材料显示在这里。')}
        </MessageState>
      )}
    </Card>
  );
}

/** 农村危房改造 opens the details of its archive. */
function KindName({
  record: { renovation },
  kind,
}: {
  readonly record: HouseholdRecord;
  readonly kind: SafeguardKind;
}) {
  const label = SAFEGUARD_KIND_LABELS[kind];
  if (kind !== 'renovation' || !renovation) return <>{label}</>;
  return <Link to={`/renovations/${renovation.id}`}>{label}</Link>;
}

function SafeguardFacts({ safeguard }: { readonly safeguard: SafeguardRecord }) {
  const forms = useForms();
  const text = useFieldText();
  const ofKind = forms?.safeguard.kinds.find(({ kind }) => kind === safeguard.kind)?.fields ?? [];
  // The fields of a renovation live in its archive, which has a card of its own.
  const own = safeguard.kind === 'renovation' ? [] : ofKind;
  const facts: readonly FormField[] = [...own, ...(forms?.safeguard.common ?? [])];
  return (
    <Facts>
      {facts.map((field) => (
        <Fact key={field.name} label={field.label}>
          {text(field, safeguard)}
        </Fact>
      ))}
    </Facts>
  );
}
