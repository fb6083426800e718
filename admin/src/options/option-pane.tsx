import Button from '@mui/material/Button';
import type { OptionListRow, OptionRow } from '@anju/domain/contracts';
import { useNotify } from 'ra-core';
import { useState } from 'react';
import { sentenceOf } from '../http/problem';
import { t } from '../language/t';
import { FailureState } from '../states/failure-state';
import { LoadingRows } from '../states/loading-rows';
import { Icon } from '../theme/icon';
import { Pane, Rows } from './frame';
import { MergeDialog } from './merge-dialog';
import type { OptionAct } from './option-act';
import { OptionEditor } from './option-editor';
import { OptionLine } from './option-line';
import { RetireDialog } from './retire-dialog';
import { UsageDialog } from './usage-dialog';
import { moved } from './moved';
import { nameOf } from './subject';
import { useConfigure, useListOptions, useListUsage } from './use-configuration';

type Open = { readonly act: OptionAct; readonly option: OptionRow } | { readonly act: 'add' };

/** One option list: its options in order, and everything that can be done with them. */
export function OptionPane({ list }: { readonly list: OptionListRow }) {
  const { data: options, error, refetch } = useListOptions(list.key);
  const { data: usage } = useListUsage(list.key);
  const [open, setOpen] = useState<Open>();
  const reorder = useReorder(list.key, options ?? []);
  const close = () => setOpen(undefined);
  return (
    <Pane aria-label={list.name}>
      <header>
        <h2>{nameOf(list)}</h2>
        <span className="muted small desktop-only">{list.description}</span>
        <Button className="end" size="small" onClick={() => setOpen({ act: 'add' })}>
          <Icon name="plus" />
          {t('新增选项')}
        </Button>
      </header>
      <div className="scroll">
        {error && <FailureState subject={list.name} error={error} onRetry={() => void refetch()} />}
        {!error && !options && <LoadingRows />}
        {options && (
          <Rows aria-label={t('{name}的选项', { name: list.name })}>
            <ColumnNames />
            {open?.act === 'add' && (
              <li>
                <OptionEditor listKey={list.key} onClose={close} />
              </li>
            )}
            {options.map((option, index) =>
              open?.act === 'edit' && open.option.id === option.id ? (
                <li key={option.id}>
                  <OptionEditor listKey={list.key} option={open.option} onClose={close} />
                </li>
              ) : (
                <OptionLine
                  key={option.id}
                  option={option}
                  place={{ index, last: options.length - 1 }}
                  households={usage && (usage.get(option.key) ?? 0)}
                  onAct={(act) => setOpen({ act, option })}
                  onMove={(from, to) => void reorder(from, to)}
                />
              ),
            )}
          </Rows>
        )}
      </div>
      <p className="foot">
        <Icon name="info" />
        <span>
          {t(
            '“其他”不能停用，选它的户必须填写说明。停用的选项在旧记录中照常显示，在统计中保留原列；地方新增的选项计入“其他”。',
          )}
        </span>
      </p>
      {open?.act === 'retire' && <RetireDialog option={open.option} onClose={close} />}
      {open?.act === 'merge' && <MergeDialog option={open.option} options={options ?? []} onClose={close} />}
      {open?.act === 'usage' && <UsageDialog option={open.option} onClose={close} />}
    </Pane>
  );
}

function ColumnNames() {
  return (
    <li className="row head" aria-hidden="true">
      <span>{t('顺序')}</span>
      <span>{t('名称')}</span>
      <span>{t('启用日期')}</span>
      <span>{t('停用日期')}</span>
      <span>{t('填写说明')}</span>
      <span className="num">{t('使用户数')}</span>
      <span />
    </li>
  );
}

function useReorder(listKey: string, options: readonly OptionRow[]) {
  const { reorder } = useConfigure();
  const notify = useNotify();
  return async (from: number, to: number) => {
    if (to < 0 || to >= options.length || from === to) return;
    try {
      await reorder(
        listKey,
        moved(options, from, to).map(({ id }) => id),
      );
    } catch (error) {
      notify(sentenceOf(error), { type: 'warning' });
    }
  };
}
