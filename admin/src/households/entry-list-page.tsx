import { HouseholdList } from './household-list';
import { NextButton } from './next-button';
import { RecogniseLinked } from './recognise-linked';

/** 住房保障信息录入: the clerk's to-do list. */
export function EntryListPage() {
  return (
    <HouseholdList
      list="/entry"
      title="住房保障信息录入"
      shortTitle="录入"
      description="逐户认定住房安全保障情况。默认列出未认定户。"
      actions={
        <>
          <RecogniseLinked list="/entry" />
          <NextButton />
        </>
      }
    />
  );
}
