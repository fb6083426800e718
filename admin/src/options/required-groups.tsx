import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import type { EvidenceProposal } from '@anju/domain/contracts';
import { TextField } from '../forms/text-field';
import { t } from '../language/t';
import { Icon } from '../theme/icon';
import { colour, PHONE } from '../theme/tokens';
import { newKey, type ProposedGroup, type ProposedKind, toggled, withKind } from './evidence-proposal';

const Box = styled('div')({
  display: 'grid',
  gap: 12,
  padding: '12px 16px',
  fontSize: 13,
  '& fieldset': {
    margin: 0,
    border: `1px solid ${colour.line}`,
    borderRadius: 6,
    padding: '8px 12px 12px',
    minWidth: 0,
  },
  '& legend': { padding: '0 4px', fontWeight: 600 },
  '& .checks': { display: 'flex', flexWrap: 'wrap', gap: '4px 16px', marginTop: 8 },
  '& .checks label': { display: 'flex', alignItems: 'center', gap: 6 },
  '& .acts': { display: 'flex', justifyContent: 'flex-end' },
  [PHONE]: { padding: '12px', '& .checks label': { minHeight: 40 } },
});

interface RequiredGroupsProps {
  readonly kind: ProposedKind;
  readonly proposal: EvidenceProposal;
  readonly onChange: (proposal: EvidenceProposal) => void;
}

/** The groups that a kind asks for, each satisfied by any of its categories, and what may be added freely. */
export function RequiredGroups({ kind, proposal, onChange }: RequiredGroupsProps) {
  const requirement = proposal.requirements.find((entry) => entry.kind === kind);
  const { groups = [], optional = [] } = requirement ?? {};
  const setGroups = (next: ProposedGroup[]) => onChange(withKind(proposal, kind, { groups: next }));
  const setGroup = (key: string, change: Partial<ProposedGroup>) =>
    setGroups(groups.map((group) => (group.key === key ? { ...group, ...change } : group)));
  const add = () => {
    const [category] = proposal.categories;
    if (category) setGroups([...groups, { key: newKey(), label: category.label, categories: [category.key] }]);
  };
  return (
    <Box>
      {groups.length === 0 && <p className="muted">{t('这种保障方式没有必需的佐证材料。')}</p>}
      {groups.map((group, index) => (
        <fieldset key={group.key}>
          <legend>{t('必需材料 {index}', { index: index + 1 })}</legend>
          <TextField
            label={t('名称')}
            value={group.label}
            onChange={(label) => setGroup(group.key, { label })}
            maxLength={60}
            required
          />
          <Checks
            label={t('以下任选其一即可')}
            categories={proposal.categories}
            chosen={group.categories}
            onToggle={(key) => setGroup(group.key, { categories: toggled(group.categories, key) })}
          />
          <div className="acts">
            <Button
              size="small"
              variant="text"
              onClick={() => setGroups(groups.filter(({ key }) => key !== group.key))}
            >
              {t('不再要求“{label}”', { label: group.label })}
            </Button>
          </div>
        </fieldset>
      ))}
      <Button size="small" sx={{ justifySelf: 'start' }} onClick={add}>
        <Icon name="plus" />
        {t('新增必需材料')}
      </Button>
      <fieldset>
        <legend>{t('选填材料')}</legend>
        <Checks
          label={t('可以上传，不作要求')}
          categories={proposal.categories}
          chosen={optional}
          onToggle={(key) => onChange(withKind(proposal, kind, { optional: toggled(optional, key) }))}
        />
      </fieldset>
    </Box>
  );
}

interface ChecksProps {
  readonly label: string;
  readonly categories: EvidenceProposal['categories'];
  readonly chosen: readonly string[];
  readonly onToggle: (key: string) => void;
}

function Checks({ label, categories, chosen, onToggle }: ChecksProps) {
  return (
    <div role="group" aria-label={label}>
      <p className="muted small">{label}</p>
      <div className="checks">
        {categories.map(({ key, label: name }) => (
          <label key={key}>
            <input type="checkbox" checked={chosen.includes(key)} onChange={() => onToggle(key)} />
            {name}
          </label>
        ))}
      </div>
    </div>
  );
}
