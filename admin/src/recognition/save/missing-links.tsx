import { styled } from '@mui/material/styles';
import { Fragment } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import { t } from '../../language/t';
import { useEvidence } from '../evidence/evidence-context';
import { missingItems } from '../model/missing';
import type { RecognitionValues } from '../model/values';
import { useRecognition } from '../recognition-context';
import { LinkButton } from '../section';
import { colour, PHONE } from '../../theme/tokens';

/** More than these would push the buttons off the bar. */
const MOST_SHOWN = 5;

const Lacks = styled('span')({
  minWidth: 0,
  overflow: 'hidden',
  textOverflow: 'ellipsis',
  whiteSpace: 'nowrap',
  '& .muted:first-of-type': { marginRight: 8 },
  '&.after': { borderLeft: `1px solid ${colour.line2}`, paddingLeft: 12, marginLeft: 4 },
  [PHONE]: {
    overflow: 'auto hidden',
    scrollbarWidth: 'none',
    '&.after': { border: 0, padding: 0, marginLeft: 'auto' },
  },
});

/** What the household still lacks, as links that lead to the inputs. */
export function MissingLinks({ after }: { readonly after: boolean }) {
  const { control } = useFormContext<RecognitionValues>();
  const { rules, record, focus } = useRecognition();
  const { stored } = useEvidence();
  const values = useWatch({ control, compute: (all: RecognitionValues) => all });
  const items = missingItems(values, stored, rules, record);
  if (items.length === 0) return <Lacks className={after ? 'muted after' : 'muted'}>{t('内容已填齐')}</Lacks>;
  return (
    <Lacks className={after ? 'after' : undefined}>
      <span className="muted">{t('还缺')}</span>
      {items.slice(0, MOST_SHOWN).map((item, index) => (
        <Fragment key={item.key}>
          {index > 0 && <span className="muted">{t('、')}</span>}
          <LinkButton type="button" className="inline" onClick={() => focus(item.target)}>
            {item.label}
          </LinkButton>
        </Fragment>
      ))}
      {items.length > MOST_SHOWN && <span className="muted"> {t('等 {count} 项', { count: items.length })}</span>}
    </Lacks>
  );
}
