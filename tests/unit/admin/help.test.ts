import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { HELP, helpAddress } from '../../../admin/src/help/help-address';

const ROOT = path.join(__dirname, '../../..');
const MANUAL = path.join(ROOT, 'docs/manual');
const PICTURES = path.join(MANUAL, 'pictures');
const MOST_BYTES = 3 * 1024 ** 2;

const pages = new Map(
  readdirSync(MANUAL)
    .filter((file) => file.endsWith('.html'))
    .map((file) => [file, readFileSync(path.join(MANUAL, file), 'utf8')]),
);
const routes = [...readFileSync(path.join(ROOT, 'admin/src/app.tsx'), 'utf8').matchAll(/<Route path="([^"]+)"/g)];

function has(address: string): boolean {
  const [file = '', anchor] = address.split('#');
  const text = pages.get(file);
  return text !== undefined && (anchor === undefined || text.includes(`id="${anchor}"`));
}

describe('the manual', () => {
  it('explains every screen at an anchor that it has', () => {
    expect(routes.length).toBeGreaterThan(10);
    expect(routes.map(([, route = '']) => route).filter((route) => !(route in HELP))).toEqual([]);
    expect(Object.values(HELP).filter((address) => !has(address))).toEqual([]);
  });

  it('is opened where it explains the screen at hand', () => {
    expect(['/entry/12', '/off-list/new', '/', '/nowhere'].map(helpAddress)).toEqual([
      '/manual/clerk.html#form',
      '/manual/clerk.html#off-list',
      '/manual/index.html#workbench',
      '/manual/index.html',
    ]);
  });

  it('leads nowhere that is not there, and shows every picture that it has, within three megabytes', () => {
    const texts = [...pages.values()];
    const links = texts.flatMap((text) =>
      [...text.matchAll(/href="([^":]+\.html[^"]*)"/g)].map(([, link = '']) => link),
    );
    expect(links.filter((link) => !has(link))).toEqual([]);
    const shown = texts.flatMap((text) => [...text.matchAll(/src="pictures\/([^"]+)"/g)].map(([, file = '']) => file));
    expect([...new Set(shown)].sort()).toEqual(readdirSync(PICTURES).sort());
    const bytes = readdirSync(PICTURES).map((file) => statSync(path.join(PICTURES, file)).size);
    expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThan(MOST_BYTES);
  });
});
