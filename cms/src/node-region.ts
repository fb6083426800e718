import { StartRefused } from './start-refused';

/** The region of this node: `ANJU_NODE=province:52`. A ministry node is refused until it exists. */
export function nodeRegion(): string {
  const given = process.env.ANJU_NODE ?? 'province:52';
  const region = /^province:(\d{2})$/.exec(given)?.[1];
  if (region === undefined) throw new StartRefused(`ANJU_NODE=${given} 不受支持，应为 province:<两位省级代码>`);
  return region;
}
