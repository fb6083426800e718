import { DraftsButton } from '../drafts';
import { t } from '../language/t';
import { HouseholdList } from './household-list';
import { NextButton } from './next-button';
import { RecogniseLinked } from './recognise-linked';

/** 住房保障信息录入: the clerk's to-do list. */
export function EntryListPage() {
  return (
    <HouseholdList
      list="/entry"
      title={t('住房保障信息录入')}
      shortTitle={t('录入')}
      description={t('逐户认定住房安全保障情况。默认列出未认定户。')}
      actions={
        <>
          <DraftsButton />
          <RecogniseLinked list="/entry" />
          <NextButton />
        </>
      }
    />
  );
}
