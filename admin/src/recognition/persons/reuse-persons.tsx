import { useEffect } from 'react';
import { useFormContext } from 'react-hook-form';
import { useCurrentUser } from '../../auth/current-user';
import { t } from '../../language/t';
import type { RecognitionValues } from '../model/values';
import { LinkButton } from '../section';
import { lastPersons } from './last-persons';

/** 沿用上一户: persons and dates of the household saved last, by F2. */
export function ReusePersons() {
  const { getValues, setValue } = useFormContext<RecognitionValues>();
  const persons = lastPersons.of(useCurrentUser()?.id);
  const take = () => {
    for (const [name, value] of Object.entries(persons ?? {})) {
      if (name in getValues('common')) setValue(`common.${name}`, value, { shouldDirty: true });
    }
  };
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key !== 'F2' || event.isComposing || document.querySelector('[role=dialog]')) return;
      event.preventDefault();
      take();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  });
  if (!persons) return null;
  return (
    <LinkButton
      type="button"
      className="small"
      aria-keyshortcuts="F2"
      title={t('沿用上一户的人员和时间（F2）')}
      onClick={take}
    >
      {t('沿用上一户')}
    </LinkButton>
  );
}
