import { z } from 'zod';

const text = z.string().nullable();
const yuan = z.number().nullable();

/** The renovation archive that a household's safeguard is linked to; money in yuan, area in square metres. */
export const renovationRecord = z.object({
  id: z.int(),
  archiveNumber: text,
  regionCode: z.string(),
  headName: z.string(),
  idNumber: text,
  povertyType: text,
  personCount: z.int().nullable(),
  originalAppraisalResult: text,
  renovationMode: text,
  modeNote: text,
  constructionMode: text,
  structure: text,
  area: z.number().nullable(),
  planYear: z.int().nullable(),
  subsidyCentral: yuan,
  subsidyProvince: yuan,
  subsidyCity: yuan,
  subsidyCounty: yuan,
  subsidyTotal: yuan,
  selfRaised: yuan,
  loan: yuan,
  startDate: text,
  completionDate: text,
  accepted: z.boolean().nullable(),
  acceptedBy: text,
});
export type RenovationRecord = z.infer<typeof renovationRecord>;
