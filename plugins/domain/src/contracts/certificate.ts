import { z } from 'zod';
import { door } from './door';
import { requiredText, rowIdText } from './field-shapes';

export const certificateDoor = door({
  id: 'registry.certificate.findOne',
  method: 'GET',
  path: '/registry/households/:id/certificates/:template',
  access: ['enter', 'reviewTownship', 'reviewCounty'],
  scope: 'region',
  journalled: true,
  summary:
    "A certificate as a Word document, prefilled from the household's record; the templates are config/certificates",
  params: z.strictObject({ id: rowIdText, template: requiredText('证明模板', 64) }),
});
