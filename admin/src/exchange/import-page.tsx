import { useSearchParams } from 'react-router-dom';
import { t } from '../language/t';
import { Page } from '../layout/page';
import { FailureState } from '../states/failure-state';
import { LoadingRows } from '../states/loading-rows';
import { Card } from '../layout/card';
import { ImportCard } from './import-card';
import { ImportHistory } from './import-history';
import { ImportUpload } from './import-upload';
import { useImport } from './use-imports';

/** 数据导入: upload, naming of columns, dry run, errors, commit, history, undo. */
export function ImportPage() {
  const [search, setSearch] = useSearchParams();
  const asked = Number(search.get('id'));
  const id = Number.isInteger(asked) && asked > 0 ? asked : undefined;
  const show = (next: number) => setSearch({ id: String(next) });
  return (
    <Page title={t('数据导入')} shortTitle={t('导入')} description={t('先试算、不写入，确认后才写入住户库。')}>
      <ImportUpload onUploaded={(job) => show(job.id)} />
      {id !== undefined && <ShownImport key={id} id={id} />}
      <ImportHistory shown={id} onShow={show} />
    </Page>
  );
}

function ShownImport({ id }: { readonly id: number }) {
  const { data, error, refetch } = useImport(id);
  if (data) return <ImportCard job={data} />;
  return (
    <Card>
      {error ? (
        <FailureState subject={t('这次导入')} error={error} onRetry={() => void refetch()} />
      ) : (
        <LoadingRows rows={3} />
      )}
    </Card>
  );
}
