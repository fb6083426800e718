import type { ChangeKind } from './change-kind';
import type { DescribedChange } from './use-region-changes';
import type { TypedChange } from './typed-change';

/** What was typed, as the server takes it. */
export function describedChange(kind: ChangeKind, region: string, typed: TypedChange): DescribedChange {
  const codes = [...typed.codes].flatMap(([code, into]) => (into === '' ? [] : [{ code, into }]));
  const shared = { region, reason: typed.reason, codes };
  const code = typed.code.trim() || undefined;
  if (kind === 'merge') return { kind, ...shared, into: typed.into };
  if (kind === 'rename') return { kind, ...shared, name: typed.name, code };
  const target = typed.into ? { into: typed.into } : { name: typed.name || undefined, code };
  const households = typed.households.split(/[\s,，、;；]+/).filter(Boolean);
  return { kind, ...shared, parts: [{ ...target, children: [...typed.children], households }] };
}
