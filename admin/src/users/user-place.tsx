import { styled } from '@mui/material/styles';
import type { GrantableRole } from '@anju/domain/contracts';
import { useId } from 'react';
import { useCurrentUser } from '../auth/current-user';
import { Control } from '../recognition/fields/control';
import { RegionCascader } from '../regions/region-cascader';
import { useChildRegions, useRegionName } from '../regions/use-regions';
import { Icon } from '../theme/icon';
import { colour } from '../theme/tokens';
import { useGrantableRoles } from './use-users';

const Box = styled('div')({
  minWidth: 0,
  '& label, & .title': { display: 'block', fontSize: 12, lineHeight: '18px', color: colour.ink2 },
  '& .title': { marginBottom: 2 },
  '& .fault': { fontSize: 12, lineHeight: '18px', color: colour.warning },
});

interface ChoiceProps {
  readonly value: string;
  readonly error: string | undefined;
  readonly onChange: (value: string) => void;
}

interface Option {
  readonly value: string;
  readonly label: string;
}

/** One of the roles that one may give. */
export function RoleSelect(props: ChoiceProps) {
  const options = useGrantableRoles().map(({ role, label }) => ({ value: role, label }));
  return <Select label="角色" options={options} {...props} />;
}

/** Where a person of this role works: a county chooses from its own list, others go down level by level. */
export function UserPlace({ role, ...props }: ChoiceProps & { readonly role: string }) {
  const user = useCurrentUser();
  const root = user?.regionCode ?? '';
  const rootName = useRegionName(root) ?? root;
  const isCounty = user?.level === 'county';
  const townships = useChildRegions(isCounty ? root : undefined) ?? [];
  const granted = useGrantableRoles().find((entry) => entry.role === role);
  if (isCounty) {
    const places = townships.map(({ code, name }) => ({ value: code, label: name }));
    const options = granted ? placesOf(granted, { value: root, label: rootName }, places) : [];
    return <Select label="行政区划" options={options} {...props} />;
  }
  return (
    <Box>
      <span className="title">
        行政区划<span aria-hidden="true"> *</span>
      </span>
      <RegionCascader label="" root={root} value={props.value || root} onChange={props.onChange} />
      {props.error && <Fault text={props.error} />}
    </Box>
  );
}

/** The county itself, its townships, or for a township role also "not chosen yet". */
function placesOf({ levels, role }: GrantableRole, county: Option, townships: readonly Option[]): readonly Option[] {
  const isTownship = levels.includes('township');
  const waits = role === 'townshipClerk' || role === 'townshipReviewer';
  return [
    ...(levels.includes('county') ? [county] : []),
    ...(isTownship ? townships : []),
    ...(isTownship && waits ? [{ value: county.value, label: '乡镇未定（暂不显示名单）' }] : []),
  ];
}

function Select({
  label,
  value,
  error,
  options,
  onChange,
}: ChoiceProps & { label: string; options: readonly Option[] }) {
  const id = useId();
  return (
    <Box>
      <label htmlFor={id}>
        {label}
        <span aria-hidden="true"> *</span>
      </label>
      <Control className={error ? 'invalid' : undefined}>
        <select
          id={id}
          value={value}
          className={value === '' ? 'empty' : undefined}
          aria-required
          aria-invalid={error !== undefined}
          onChange={(event) => onChange(event.target.value)}
        >
          <option value="">请选择</option>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
        <Icon name="down" />
      </Control>
      {error && <Fault text={error} />}
    </Box>
  );
}

function Fault({ text }: { readonly text: string }) {
  return (
    <p className="fault" role="alert">
      {text}
    </p>
  );
}
