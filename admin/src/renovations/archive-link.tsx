import Button from '@mui/material/Button';
import type { RenovationDetail } from '@anju/domain/contracts';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import { LINK_STATE_LABELS } from '../language/domain-words';
import { t } from '../language/t';
import { Card } from '../layout/card';
import { Fact, Facts } from '../record/facts';
import { MessageState } from '../states/message-state';
import { LinkDialog } from './link-dialog';
import { UnlinkDialog } from './unlink-dialog';

interface ArchiveLinkProps {
  readonly archive: RenovationDetail;
  readonly mayEnter: boolean;
}

/** Whose archive it is, how that came, and the hand that links or parts them. */
export function ArchiveLink({ archive, mayEnter }: ArchiveLinkProps) {
  const [asking, setAsking] = useState<'link' | 'unlink'>();
  const { household, countyElsewhere, linkState } = archive;
  const close = () => setAsking(undefined);
  const mayLink = mayEnter && !countyElsewhere && (!household || linkState === 'byNumber');
  return (
    <Card aria-label={t('关联的户')}>
      <header>
        <h2>{t('关联的户')}</h2>
        <span className="end">
          {mayLink && (
            <Button size="small" onClick={() => setAsking('link')}>
              {household ? t('改为手工关联') : t('手工关联')}
            </Button>
          )}
          {mayEnter && household && (
            <Button size="small" onClick={() => setAsking('unlink')}>
              {t('解除关联')}
            </Button>
          )}
        </span>
      </header>
      {household ? (
        <Facts>
          <Fact label={t('户主')}>
            <Link to={`/households/${household.id}`}>{t('{headName}户', { headName: household.headName })}</Link>
          </Fact>
          <Fact label={t('所在地')}>{household.regionName}</Fact>
          <Fact label={t('关联方式')}>{LINK_STATE_LABELS[linkState]}</Fact>
        </Facts>
      ) : (
        <MessageState
          icon="info"
          title={countyElsewhere ? t('关联的户在{countyElsewhere}', { countyElsewhere }) : t('没有关联的户')}
        >
          {countyElsewhere
            ? t('该户的信息在此不可见，请联系该县。')
            : t('户主身份证号与任何一户都不相符，可以核实后手工关联。')}
        </MessageState>
      )}
      {asking === 'link' && <LinkDialog archive={archive} onClose={close} />}
      {asking === 'unlink' && household && (
        <UnlinkDialog archive={archive} whose={household.headName} onClose={close} />
      )}
    </Card>
  );
}
