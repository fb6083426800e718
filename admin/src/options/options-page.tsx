import { useSearchParams } from 'react-router-dom';
import { t } from '../language/t';
import { Page } from '../layout/page';
import { FailureState } from '../states/failure-state';
import { LoadingRows } from '../states/loading-rows';
import { MessageState } from '../states/message-state';
import { ChangeHistory } from './change-history';
import { EvidencePane } from './evidence-pane';
import { FormPane } from './form-pane';
import { Columns, Pane } from './frame';
import { OptionPane } from './option-pane';
import { OptionPreview } from './option-preview';
import { changesName, subjectOf } from './subject';
import { RulesPane } from './rules-pane';
import { SubjectList } from './subject-list';
import { useOptionLists } from './use-configuration';

/** 选项维护: option lists, the evidence asked for, the form's required fields and the rules of the warnings, with what was changed and the way back. */
export function OptionsPage() {
  const [search, setSearch] = useSearchParams();
  const { data: lists, error, refetch } = useOptionLists();
  const subject = lists && subjectOf(search.get('subject'), lists);
  return (
    <Page
      title={t('选项维护')}
      shortTitle={t('选项')}
      description={t('更改即时生效，正在填写的表单也会收到；每次更改都有记录，可以撤销。')}
    >
      {error && <FailureState subject={t('选项')} error={error} onRetry={() => void refetch()} />}
      {!error && !lists && <LoadingRows />}
      {lists && !subject && <MessageState icon="info" title={t('还没有选项列表')} />}
      {lists && subject && (
        <Columns>
          <SubjectList lists={lists} current={subject} onChoose={(asked) => setSearch({ subject: asked })} />
          {subject.about === 'list' && <OptionPane key={subject.list.key} list={subject.list} />}
          {subject.about === 'evidence' && <EvidencePane />}
          {subject.about === 'form' && <FormPane />}
          {subject.about === 'warnings' && <RulesPane />}
          <Pane as="aside" aria-label={t('预览和更改记录')}>
            <div className="scroll">
              {subject.about === 'list' && <OptionPreview list={subject.list} />}
              <ChangeHistory subject={changesName(subject)} />
            </div>
          </Pane>
        </Columns>
      )}
    </Page>
  );
}
