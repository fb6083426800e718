import { secondsOf } from '../figures.mjs';
import { ask } from '../requests.mjs';
import { signedIn } from '../signed-in.mjs';

const LIST = 'renovationMode';

/** An option under another name, until the form's lists say so; and what one more required paper of a kind would do to the province. */
export async function changeOptions({ url, verdict }) {
  const configurator = await signedIn(url, 'demo-configurator');
  const clerk = await signedIn(url, 'demo-clerk');
  const asked = (path, headers, sent) => ask(undefined, url, { path: `/api${path}`, headers, ...sent });
  await renameOption(asked, configurator, clerk, verdict);
  await previewEvidence(asked, configurator, clerk, verdict);
}

async function renameOption(asked, configurator, clerk, verdict) {
  const items = `/options/items?${new URLSearchParams({ filter: JSON.stringify({ listKey: LIST }), range: '[0,99]' })}`;
  const [option] = await asked(items, configurator);
  const rename = ({ id, version }, label) =>
    asked(`/options/items/${id}`, configurator, { method: 'PUT', body: { version, label } });
  const name = `${option.label}（新）`;
  let renamed;
  const seconds = await secondsOf(async () => {
    renamed = await rename(option, name);
    await seen(async () => (await asked(items, clerk)).some(({ label }) => label === name));
  });
  verdict.say('option under another name, until a clerk reads it', seconds, 's', { most: 1 });
  await rename(renamed, option.label);
}

async function seen(isSeen) {
  while (!(await isSeen()));
}

async function previewEvidence(asked, configurator, clerk, verdict) {
  const { evidence } = await asked('/options/forms', clerk);
  const categories = evidence.categories.map(({ key, label, accepts, hint }) => ({ key, label, accepts, hint }));
  const paper = { key: 'benchPaper', label: '测速材料', accepts: 'photo', hint: '测速' };
  const more = { key: 'benchGroup', label: '测速材料', categories: ['benchPaper'] };
  for (const kind of ['renovation', undefined]) {
    const requirements = evidence.requirements.map(({ kind: of, groups, optional }) => ({
      kind: of,
      groups: [
        ...groups.map(({ key, label, categories: keys }) => ({ key, label, categories: keys })),
        ...(kind === undefined || of === kind ? [more] : []),
      ],
      optional,
    }));
    const body = { categories: [...categories, paper], requirements };
    let effect;
    const seconds = await secondsOf(async () => {
      effect = await asked('/options/evidence-categories/preview', configurator, { method: 'POST', body });
    });
    const also = `${effect.missing} households would lack it`;
    verdict.say(`effect of one more paper, ${kind === undefined ? 'all kinds' : 'one kind'}`, seconds, 's', {
      most: 20,
      also,
    });
  }
}
