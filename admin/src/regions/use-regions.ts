import { useQuery } from '@tanstack/react-query';
import { regionPath } from '@anju/domain';
import { request } from '../http/request';
import type { RegionRow as Region } from '@anju/domain/contracts';
import { t } from '../language/t';

/** The regions right below a region, in code order; undefined also when they could not be read. */
export function useChildRegions(parentCode: string | undefined): readonly Region[] | undefined {
  return useChildRegionList(parentCode).data;
}

/** The same where a list of them is shown, which says when it could not be read. */
export function useChildRegionList(parentCode: string | undefined) {
  return useQuery({
    queryKey: ['regions', 'children', parentCode],
    queryFn: ({ signal }) => fetchRegions({ parentCode: parentCode ?? '' }, signal),
    enabled: parentCode !== undefined && parentCode.length < 12,
    staleTime: Infinity,
  });
}

/** The regions from the province down to the region itself; groups that exist only in the code table are left out. */
export function useRegionPath(code: string | undefined): readonly Region[] {
  const codes = code ? regionPath(code) : [];
  const { data } = useQuery({
    queryKey: ['regions', 'path', code],
    queryFn: ({ signal }) => fetchRegions({ code: codes }, signal),
    enabled: codes.length > 0,
    staleTime: Infinity,
  });
  const isGroup = ({ kind }: Region) => kind === 'municipalityGroup' || kind === 'directCountyGroup';
  return (data ?? []).filter((region) => !isGroup(region)).sort((a, b) => a.code.length - b.code.length);
}

/** The name of one region. */
export function useRegionName(code: string | undefined): string | undefined {
  const path = useRegionPath(code);
  return code === '' ? t('全国') : path.find((region) => region.code === code)?.name;
}

/** Regions below one region, or regions named by their codes. */
export async function fetchRegions(filter: { parentCode: string } | { code: readonly string[] }, signal: AbortSignal) {
  const search = new URLSearchParams({ filter: JSON.stringify(filter) });
  return (await request<readonly Region[]>(`/access/regions?${search}`, { signal })).json;
}
