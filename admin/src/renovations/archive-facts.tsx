import type { FormDefinition, RenovationDetail } from '@anju/domain/contracts';
import { t } from '../language/t';
import { Card } from '../layout/card';
import { Fact, Facts } from '../record/facts';
import { useFieldText } from '../record/use-field-text';
import { archiveSections } from './archive-fields';

/** What an archive says, by section, as text. */
export function ArchiveFacts({
  archive,
  forms,
}: {
  readonly archive: RenovationDetail;
  readonly forms: FormDefinition;
}) {
  const text = useFieldText();
  return (
    <>
      {archiveSections(forms).map((section, index) => (
        <Card key={section.title} aria-label={section.title}>
          <header>
            <h2>{section.title}</h2>
          </header>
          <Facts>
            {index === 0 && <Fact label={t('所在地')}>{archive.regionName}</Fact>}
            {section.fields.map((field) => (
              <Fact key={field.name} label={field.label}>
                {text(field, archive)}
              </Fact>
            ))}
          </Facts>
          {index === 0 && archive.members.length > 0 && (
            <Facts>
              {archive.members.map((person, at) => (
                <Fact key={at} label={person.relationToHead ?? t('家庭成员')}>
                  {[person.name, person.idNumber].filter(Boolean).join(' ')}
                </Fact>
              ))}
            </Facts>
          )}
        </Card>
      ))}
    </>
  );
}
