import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import type { RenovationDetail } from '@anju/domain/contracts';
import { useState } from 'react';
import { Link, useParams } from 'react-router-dom';
import { hasDuty, useCurrentUser } from '../auth/current-user';
import { statusOf } from '../http/problem';
import { t } from '../language/t';
import { Card } from '../layout/card';
import { Page } from '../layout/page';
import { FailureState } from '../states/failure-state';
import { LoadingRows } from '../states/loading-rows';
import { MessageState } from '../states/message-state';
import { Icon } from '../theme/icon';
import { useForms } from '../vocabulary/use-forms';
import { ArchiveCorrection } from './archive-correction';
import { ArchiveFacts } from './archive-facts';
import { ArchiveLink } from './archive-link';
import { ArchivePhotos } from './archive-photos';
import { useRenovation } from './use-renovations';

const Sheet = styled('div')({ display: 'flex', flexDirection: 'column', gap: 12 });

/** One renovation archive: its facts, its household, and its correction. */
export function RenovationPage() {
  const { id = '' } = useParams();
  const { data, error, refetch } = useRenovation(id);
  const forms = useForms();
  const mayEnter = hasDuty(useCurrentUser(), 'enter');
  const [correcting, setCorrecting] = useState(false);
  const isWrong = !/^\d+$/.test(id) || statusOf(error) === 404;
  const correct = (
    <Button variant="contained" color="primary" onClick={() => setCorrecting(true)}>
      {t('更正')}
    </Button>
  );
  return (
    <Page
      title={t('危房改造档案')}
      shortTitle={data?.headName ?? t('危改档案')}
      description={data && [data.headName, data.regionName].join(' · ')}
      actions={
        data &&
        !correcting && (
          <>
            <Button onClick={() => window.print()}>
              <Icon name="print" />
              {t('打印')}
            </Button>
            {mayEnter && correct}
          </>
        )
      }
    >
      {isWrong && (
        <MessageState
          icon="info"
          title={t('没有这份档案，或不在您的行政区划内')}
          next={<Link to="/renovations">{t('危房改造档案')}</Link>}
          urgent
        />
      )}
      {error && !isWrong && <FailureState subject={t('档案')} error={error} onRetry={() => void refetch()} />}
      {!data && !error && !isWrong && <LoadingRows rows={8} />}
      {data && forms && (
        <Sheet>
          <Doubts archive={data} />
          {correcting ? (
            <ArchiveCorrection archive={data} forms={forms.safeguard} onDone={() => setCorrecting(false)} />
          ) : (
            <>
              <ArchiveLink archive={data} mayEnter={mayEnter} />
              <ArchiveFacts archive={data} forms={forms.safeguard} />
            </>
          )}
          <ArchivePhotos key={data.id} archive={data} mayEnter={mayEnter} />
        </Sheet>
      )}
    </Page>
  );
}

/** What keeps the archive from being in order. */
function Doubts({ archive }: { readonly archive: RenovationDetail }) {
  if (archive.doubts.length + archive.gaps.length === 0) return null;
  return (
    <Card aria-label={t('待处理')}>
      {archive.doubts.map((doubt) => (
        <MessageState key={doubt} icon="warning" title={t('身份存疑')}>
          {doubt}
        </MessageState>
      ))}
      {archive.gaps.length > 0 && (
        <MessageState icon="info" title={t('档案未完成')}>
          {t('还缺 {gaps}。', { gaps: archive.gaps.join(t('、')) })}
        </MessageState>
      )}
    </Card>
  );
}
