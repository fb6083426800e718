import { useQuery } from '@tanstack/react-query';
import type { EvidenceCategory } from '@anju/domain/contracts';
import { fetchFile } from '../../http/download';
import { t } from '../../language/t';
import sampleDocument from './samples/sample-doc.svg';
import sampleHouse from './samples/sample-house.svg';

type Shown = Pick<EvidenceCategory, 'key' | 'label' | 'accepts' | 'sample'>;

/** The sample of a category: the picture that a configurator uploaded, or a drawing while there is none. */
export function SamplePicture({ category }: { readonly category: Shown }) {
  const { key, label, accepts, sample } = category;
  const { data } = useQuery({
    queryKey: ['sample-picture', sample],
    queryFn: async () => asAddress(await (await fetchFile(`/options/evidence-categories/${key}/sample`)).blob()),
    enabled: sample !== undefined,
    staleTime: Infinity,
  });
  const drawn = accepts === 'photo' ? sampleHouse : sampleDocument;
  return <img src={data ?? drawn} alt={t('示例：{label}', { label })} />;
}

/** An image element cannot carry a token, so that the small picture stands in its address. */
function asAddress(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(typeof reader.result === 'string' ? reader.result : '');
    reader.onerror = () => reject(new Error(t('示例照片没有读出来')));
    reader.readAsDataURL(blob);
  });
}
