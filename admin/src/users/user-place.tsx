import type { GrantableRole } from '@anju/domain/contracts';
import { useCurrentUser } from '../auth/current-user';
import { t } from '../language/t';
import { RegionCascader } from '../regions/region-cascader';
import { useChildRegions, useRegionName } from '../regions/use-regions';
import { Box, type ChoiceProps, Fault, type Option, Select } from './select';
import { useGrantableRoles } from './use-users';

/** One of the roles that one may give. */
export function RoleSelect(props: ChoiceProps) {
  const options = useGrantableRoles().map(({ role, label }) => ({ value: role, label }));
  return <Select label={t('角色')} options={options} {...props} />;
}

/** The own region where a role can work nowhere else; nothing is chosen for the others. */
export function useOnlyPlace(): (role: string) => string {
  const user = useCurrentUser();
  const roles = useGrantableRoles();
  return (role) => {
    const levels = roles.find((entry) => entry.role === role)?.levels ?? [];
    return levels.length === 1 && levels[0] === user?.level ? (user?.regionCode ?? '') : '';
  };
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
    return <Select label={t('行政区划')} options={options} {...props} />;
  }
  return (
    <Box>
      <span className="title">
        {t('行政区划')}
        <span aria-hidden="true"> *</span>
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
    ...(isTownship && waits ? [{ value: county.value, label: t('乡镇未定（暂不显示名单）') }] : []),
  ];
}
