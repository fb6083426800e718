import { z } from 'zod';
import { SCOPED_DUTIES } from '../duties';
import { door } from './door';
import { requiredText, rowIdText } from './field-shapes';

const template = requiredText('证明模板', 64);

export const certificateDoor = door({
  id: 'registry.certificate.findOne',
  method: 'GET',
  path: '/registry/households/:id/certificates/:template',
  access: ['enter', 'reviewTownship', 'reviewCounty'],
  scope: 'region',
  journalled: true,
  summary:
    "A certificate as a Word document, prefilled from the household's record; the templates are config/certificates",
  params: z.strictObject({ id: rowIdText, template }),
});

export const blankCertificateDoor = door({
  id: 'registry.certificate.blank',
  method: 'GET',
  path: '/registry/certificates/:template',
  access: SCOPED_DUTIES,
  scope: 'open',
  summary: 'A certificate as a Word document with lines to write on in place of what a record says',
  params: z.strictObject({ template }),
});
