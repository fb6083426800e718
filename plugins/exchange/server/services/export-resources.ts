import type { ExportResource } from '@anju/domain';
import type { HouseholdRow, RelocationEntryRow, WarningRow } from '@anju/domain/contracts';
import { openForm, requestDb, serviceOf } from '@anju/kit';
import type { Core } from '@strapi/strapi';
import { ARCHIVE_EXPORT_COLUMNS, type ArchiveRow } from '../exports/archive-table';
import type { ExportSource, RowPlace } from '../exports/export-source';
import { HOUSEHOLD_EXPORT_COLUMNS } from '../exports/household-table';
import { openTable, type TableColumn } from '../exports/list-table';
import { recognitionTable } from '../exports/recognition-form';
import type { Names } from '../exports/region-columns';
import { RELOCATION_EXPORT_COLUMNS } from '../exports/relocation-table';
import { WARNING_EXPORT_COLUMNS } from '../exports/warning-table';
import type { ExportJobRow, SettledFilter } from '../queries/export-jobs';
import { servedFormInForce } from '../queries/form-in-force';
import { ExportNames } from './export-names';

/** What the plugins offer of a list: its conditions as the signed-in person may ask them, and its next rows in region order. */
interface ListService<Row> {
  settle(filter: object): Promise<{ readonly filter: SettledFilter; readonly total: number | undefined }>;
  page(
    filter: SettledFilter,
    page: { readonly after: RowPlace | undefined; readonly size: number; readonly unmasked: boolean },
  ): Promise<readonly Row[]>;
}

/** One resource: who answers for its rows, and how it is written. */
interface Resource {
  service(strapi: Core.Strapi): ListService<unknown>;
  open(strapi: Core.Strapi, job: ExportJobRow): Promise<ExportSource>;
}

export const RESOURCES: Readonly<Record<ExportResource, Resource>> = {
  households: table<HouseholdRow>('registry', 'lists', {
    sheet: '住户名单',
    columns: HOUSEHOLD_EXPORT_COLUMNS,
    place: ownPlace,
  }),
  recognition: { service: households, open: openRecognition },
  renovations: table<ArchiveRow>('registry', 'renovationList', {
    sheet: '危房改造档案',
    columns: ARCHIVE_EXPORT_COLUMNS,
    place: ({ place }) => place,
  }),
  relocationEntries: table<RelocationEntryRow>('registry', 'relocationList', {
    sheet: '易地扶贫搬迁名单',
    columns: RELOCATION_EXPORT_COLUMNS,
    place: ownPlace,
  }),
  warnings: table<WarningRow>('warnings', 'lists', {
    sheet: '预警清单',
    columns: WARNING_EXPORT_COLUMNS,
    place: ownPlace,
  }),
};

interface Table<Row> {
  readonly sheet: string;
  readonly columns: readonly TableColumn<Row, Names>[];
  readonly place: (row: Row) => RowPlace;
}

/** A list as a table of its columns, with the names of regions and options. */
function table<Row>(plugin: string, name: string, { sheet, columns, place }: Table<Row>): Resource {
  const service = (strapi: Core.Strapi) => serviceOf<ListService<Row>>(strapi, plugin, name);
  return {
    service,
    async open(strapi, job) {
      const names = await ExportNames.load(requestDb());
      return {
        open: (path) => openTable(path, sheet, columns, job),
        async next(after, size) {
          const rows = await service(strapi).page(job.filter, { after, size, unmasked: job.unmasked });
          await names.learn(
            requestDb(),
            rows.map((row) => place(row).regionCode),
          );
          return rows.map((row) => ({ place: place(row), cells: columns.map(({ cell }) => cell(row, names)) }));
        },
      };
    },
  };
}

function ownPlace({ regionCode, id }: RowPlace): RowPlace {
  return { regionCode, id };
}

function households(strapi: Core.Strapi): ListService<HouseholdRow> {
  return serviceOf<ListService<HouseholdRow>>(strapi, 'registry', 'lists');
}

async function openRecognition(strapi: Core.Strapi, job: ExportJobRow): Promise<ExportSource> {
  const world = { ...(await servedFormInForce(requestDb())), regionCode: job.region_code, prefill: job.prefill ?? {} };
  const { columns, cells } = recognitionTable(world);
  return {
    open: (path) => openForm(path, '认定信息表', columns),
    async next(after, size) {
      const rows = await households(strapi).page(job.filter, { after, size, unmasked: job.unmasked });
      return rows.map((row) => ({ place: ownPlace(row), cells: cells(row) }));
    },
  };
}
