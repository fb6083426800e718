import { readdirSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { parentRegion, REGION_LEVELS, regionLevel, regionPath } from '@anju/domain';
import { BadInput, configPath } from '@anju/kit';
import { parse as parseCsv } from 'csv-parse/sync';
import type { Knex } from 'knex';
import { knownRegions, type NamedRegion, type NewRegion, upsertRegions } from '../queries/upsert-regions';

const LONGEST_ERROR_LIST = 20;
const CODE_GROUPS = new Set(['municipalityGroup', 'directCountyGroup']);

interface CsvRegion {
  readonly code?: string;
  readonly name?: string;
  readonly kind?: string;
}

/** Fills an empty region table from config/regions: the nation to townships, and the node's villages. */
export async function loadRegions(db: Knex): Promise<number> {
  const first: unknown = await db('regions').first('id');
  if (first) return 0;
  const files = readdirSync(configPath('regions')).filter((name) => /\.csv(\.gz)?$/.test(name));
  const records = files.flatMap((name) => readRegionCsv(configPath('regions', name)));
  const nation: NewRegion = { code: '', name: '全国', fullName: '全国', level: 0, kind: 'nation', parentCode: null };
  return upsertRegions(db, [nation, ...checkedRegions(records, new Map([['', nation]]))]);
}

/** Adds or renames regions from a CSV of columns code,name[,kind]; refuses the whole file when a line is wrong. */
export async function importRegions(db: Knex, file: string): Promise<number> {
  return upsertRegions(db, checkedRegions(readRegionCsv(file), await knownRegions(db)));
}

function readRegionCsv(file: string): readonly CsvRegion[] {
  const bytes = readFileSync(file);
  const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  const rows = parseCsv<CsvRegion>(text, { columns: true, bom: true, skip_empty_lines: true, trim: true });
  if (rows[0] && (rows[0].code === undefined || rows[0].name === undefined)) {
    throw new BadInput({ file: '行政区划文件须有 code 和 name 两列' });
  }
  return rows;
}

/** The regions of the file, and those below a renamed one, whose full names change with it; throws when a line is wrong. */
function checkedRegions(records: readonly CsvRegion[], known: ReadonlyMap<string, NamedRegion>): readonly NewRegion[] {
  const named = new Map(known);
  for (const record of records) named.set(record.code ?? '', namedRegion(record, known));
  refuseWrongLines(records, named);
  const given = new Set(records.map(({ code = '' }) => code));
  const renamed = [...given].filter((code) => known.has(code) && known.get(code)?.name !== named.get(code)?.name);
  const below =
    renamed.length === 0 ? [] : [...known.keys()].filter((code) => renamed.some((top) => code.startsWith(top)));
  return [...new Set([...given, ...below])].map((code) => newRegion(code, named));
}

function namedRegion({ code = '', name = '', kind }: CsvRegion, known: ReadonlyMap<string, NamedRegion>): NamedRegion {
  return { code, name, kind: kind || known.get(code)?.kind || REGION_LEVELS[regionLevel(code) ?? 0].name };
}

function newRegion(code: string, named: ReadonlyMap<string, NamedRegion>): NewRegion {
  const { name, kind } = named.get(code) ?? { name: '', kind: '' };
  const parentCode = parentRegion(code) ?? '';
  return { code, name, kind, fullName: fullName(code, named), level: regionLevel(code) ?? 0, parentCode };
}

function refuseWrongLines(records: readonly CsvRegion[], named: ReadonlyMap<string, NamedRegion>): void {
  const seen = new Set<string>();
  const errors: Record<string, string> = {};
  for (const [index, { code = '', name = '' }] of records.entries()) {
    const problem = seen.has(code) ? `代码 ${code} 重复` : regionProblem(code, name, named);
    seen.add(code);
    if (problem) errors[`第 ${index + 2} 行`] = problem;
  }
  const shown = Object.entries(errors).slice(0, LONGEST_ERROR_LIST);
  if (shown.length > 0) throw new BadInput(Object.fromEntries(shown), '行政区划文件有误，未导入');
}

function regionProblem(code: string, name: string, named: ReadonlyMap<string, NamedRegion>): string | undefined {
  const parentCode = parentRegion(code);
  if (!regionLevel(code) || parentCode === undefined) return `代码 ${code} 位数不对，应为 2、4、6、9 或 12 位数字`;
  if (!named.has(parentCode)) return `代码 ${code} 的上级 ${parentCode} 不存在`;
  return name === '' ? '缺少名称' : undefined;
}

/** From the province down, without the groups that exist in the code tree only (市辖区, 省直辖县级行政区划). */
function fullName(code: string, named: ReadonlyMap<string, NamedRegion>): string {
  const path = regionPath(code).map((part) => named.get(part));
  return path.map((region) => (region && !CODE_GROUPS.has(region.kind) ? region.name : '')).join('');
}
