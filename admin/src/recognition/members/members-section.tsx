import { useMediaQuery } from '@mui/material';
import type { HouseholdRecord } from '@anju/domain/contracts';
import { useState } from 'react';
import { useFormState } from 'react-hook-form';
import { t } from '../../language/t';
import type { RecognitionValues } from '../model/values';
import { useRecognition } from '../recognition-context';
import { LinkButton, Section } from '../section';
import { PHONE } from '../../theme/tokens';
import { MemberCard } from './member-card';
import { MemberTable } from './member-table';
import { PlaceField } from './place-field';
import { RemarkPanel } from './remark-panel';

/** 名单信息与更正: what the list says of each member, and what the clerk corrects. */
export function MembersSection() {
  const { record } = useRecognition();
  const isPhone = useMediaQuery(PHONE);
  const { errors } = useFormState<RecognitionValues>({ name: ['remark', 'departureReason'] });
  const [opened, setOpened] = useState<boolean>();
  const isOpen = (opened ?? hasRemark(record)) || errors.remark !== undefined || errors.departureReason !== undefined;
  return (
    <Section data-step="list" aria-labelledby="members-heading">
      <header>
        <h2 id="members-heading">{t('名单信息与更正')}</h2>
        <PlaceField />
        <span className="muted small">{listFacts(record)}</span>
        <LinkButton
          type="button"
          className="small end"
          aria-expanded={isOpen}
          aria-controls="remark-panel"
          onClick={() => setOpened(!isOpen)}
        >
          {t('备注 / 说明退出')}
        </LinkButton>
      </header>
      {isPhone ? (
        <ul>
          {record.members.map((member) => (
            <MemberCard key={member.id} member={member} />
          ))}
        </ul>
      ) : (
        <MemberTable members={record.members} />
      )}
      {isOpen && <RemarkPanel />}
    </Section>
  );
}

function hasRemark({ remark, departureReason }: HouseholdRecord): boolean {
  return remark !== null || departureReason !== null;
}

function listFacts(record: HouseholdRecord): string {
  const exit = record.exitYear === null ? t('脱贫年份缺失') : t('{exitYear} 年脱贫', { exitYear: record.exitYear });
  return [
    record.povertyExited === false ? t('未脱贫') : exit,
    record.povertyAttribute,
    record.registryNumber && t('户编号 {registryNumber}', { registryNumber: record.registryNumber }),
    record.source === 'offList' ? t('库外信息补录') : null,
    record.vanishedAt && t('最新名单中已无此户'),
  ]
    .filter(Boolean)
    .join('·');
}
