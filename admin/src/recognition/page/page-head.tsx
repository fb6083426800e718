import { judgeIdNumber } from '@anju/domain';
import IconButton from '@mui/material/IconButton';
import { styled } from '@mui/material/styles';
import { useFormContext, useWatch } from 'react-hook-form';
import { useNavigate } from 'react-router-dom';
import { t } from '../../language/t';
import { memberKey, type RecognitionValues } from '../model/values';
import { useRecognition } from '../recognition-context';
import { shortName } from '../../regions/short-name';
import { useRegionPath } from '../../regions/use-regions';
import { Chip, DepartedStatus, ReviewStatus, UnrecognisedStatus } from '../../states/status';
import { Icon } from '../../theme/icon';
import { colour, PHONE, size } from '../../theme/tokens';
import { HouseholdMenu } from './household-menu';
import { VillageProgress } from './village-progress';

const Head = styled('div')({
  display: 'flex',
  flex: 'none',
  alignItems: 'center',
  gap: 12,
  minHeight: 34,
  '& h1': { whiteSpace: 'nowrap' },
  '& .who': { display: 'flex', alignItems: 'center', gap: 12, minWidth: 0 },
  '& .household': { fontSize: 14, color: colour.ink2, paddingTop: 3, minWidth: 0 },
  '& .household b': { fontSize: 16, color: colour.ink, marginRight: 4 },
  '& .state': { fontSize: 13, paddingTop: 3 },
  '& .bad': { background: colour.warningTint, color: colour.warning, marginTop: 3 },
  '& .actions': { marginLeft: 'auto', display: 'flex', gap: 8, alignItems: 'center' },
  '& .MuiIconButton-root': {
    width: size.control,
    height: size.control,
    border: `1px solid ${colour.line2}`,
    background: colour.surface,
  },
  [PHONE]: {
    minHeight: 0,
    gap: 8,
    '& .who': { flex: '1 1 0', flexWrap: 'wrap', gap: '0 8px' },
    '& .household': { fontSize: 15, padding: 0 },
    '& .state, & .bad': { padding: 0, margin: 0 },
    '& .actions': { flex: 'none' },
    '& .MuiIconButton-root': { width: size.touch, height: size.touch },
  },
});

interface PageHeadProps {
  readonly onWithdrawn: () => void;
}

/** Whose form this is: name, place, size, state, and how many are left in the village. */
export function PageHead({ onWithdrawn }: PageHeadProps) {
  const { record } = useRecognition();
  const navigate = useNavigate();
  const place = useRegionPath(record.regionCode).filter(({ code }) => code.length >= 9);
  return (
    <Head>
      <IconButton aria-label={t('返回名单')} onClick={() => navigate('/entry')}>
        <Icon name="left" />
      </IconButton>
      <h1 className="page-name">{t('录入认定信息')}</h1>
      <div className="who">
        <span className="household">
          <b>{record.headName}</b>{' '}
          {t('{place}·{memberCount} 人', {
            place: place.length > 0 ? place.map(({ name }) => shortName(name)).join(' ') : record.regionName,
            memberCount: record.memberCount,
          })}
        </span>
        <span className="state">
          <HouseholdState />
        </span>
        <NumberFaults />
      </div>
      <span className="actions">
        <VillageProgress />
        {record.safeguard && <HouseholdMenu onWithdrawn={onWithdrawn} />}
      </span>
    </Head>
  );
}

function HouseholdState() {
  const { record } = useRecognition();
  if (record.safeguard) return <ReviewStatus state={record.safeguard.reviewState} />;
  return record.departureReason === null ? <UnrecognisedStatus /> : <DepartedStatus />;
}

/** How many members have no valid number in force, corrections included as they are typed. */
function NumberFaults() {
  const { control } = useFormContext<RecognitionValues>();
  const { record, rules } = useRecognition();
  const typed = useWatch({ control, name: 'members' });
  const faults = record.members.filter((member) => {
    const corrected = typed[memberKey(member)]?.correctedIdNumber.trim();
    return judgeIdNumber(corrected || member.registryIdNumber, rules.idNumbers).errors.length > 0;
  });
  if (faults.length === 0) return null;
  return (
    <Chip className="bad">
      <Icon name="warning" />
      {t('身份证号错误 {count}', { count: faults.length })}
    </Chip>
  );
}
