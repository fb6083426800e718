import { fields } from './fields';
import { form } from './form';
import { journal } from './journal';
import { labels } from './labels';
import { lists } from './lists';
import { refusals } from './refusals';
import { settings } from './settings';
import { statistics } from './statistics';
import { warnings } from './warnings';

/** The English of the product's labels and of what the server says, by its Chinese; `{…}` stands for whatever stands there. */
export const words: Readonly<Record<string, string>> = {
  ...fields,
  ...form,
  ...journal,
  ...labels,
  ...lists,
  ...refusals,
  ...settings,
  ...statistics,
  ...warnings,
};
