import { useRegionName } from '../../regions/use-regions';
import type { FieldValue } from '../model/field-text';
import type { FieldPath } from '../model/values';
import { useRecognition } from '../recognition-context';
import { pathValue } from './path-label';

/** An input's value in words; a place by its name, which has to be read first. */
export function PathValue({ path, value }: { readonly path: FieldPath; readonly value: FieldValue }) {
  const { rules } = useRecognition();
  const place = useRegionName(path === 'regionCode' ? String(value) : undefined);
  return <>{place ?? pathValue(path, value, rules)}</>;
}
