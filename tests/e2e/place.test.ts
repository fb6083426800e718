import { unrecognisedIds } from '../integration/registry/register';
import { saveButton } from './form';
import { see, signedIn } from './person';
import { openStage } from './stage';

const stage = openStage();

async function regionOf(id: number): Promise<string> {
  const { rows } = await stage.app.owner.query<{ region_code: string }>(
    'select region_code from households where id = $1',
    [id],
  );
  return rows[0]?.region_code ?? '';
}

test('a clerk moves a household to another village of its township, without recognising it', async () => {
  const [id] = await unrecognisedIds(stage.app);
  if (id === undefined) throw new Error('The demonstration has no unrecognised household');
  const before = await regionOf(id);
  const page = await signedIn(stage.browser, 'demo-clerk');
  await page.goto(`/#/entry/${id}`);
  await page.getByRole('button', { name: /^所在地/ }).click();
  const choice = page.getByRole('dialog', { name: '选择所在地' });
  const toTownship = choice.getByRole('button', { name: '的下级' }).first();
  const village = choice.locator('li button[aria-pressed=false]:only-child').first();
  await see(toTownship.or(village).first());
  if (before.length < 9) await toTownship.click();
  await see(village);
  const name = (await village.textContent()) ?? '';
  await village.click();
  await see(page.getByRole('button', { name: new RegExp(`^所在地\\s*${name}$`) }));
  await saveButton(page).click();
  await see(page.getByText(/^已保存.*户的更正$/));
  const after = await regionOf(id);
  expect(after).not.toBe(before);
  expect(after).toMatch(/^\d{12}$/);
  expect(after.slice(0, 6)).toBe(before.slice(0, 6));
});
