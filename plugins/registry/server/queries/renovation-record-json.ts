/** The fields of archive `a` as pairs of name and column. */
export const ARCHIVE_JSON = `'id', a.id, 'archiveNumber', a.archive_number, 'regionCode', a.region_code, 'headName', a.head_name,
  'idNumber', a.id_number, 'povertyType', a.poverty_type, 'personCount', a.person_count,
  'originalAppraisalResult', a.original_appraisal_result, 'renovationMode', a.renovation_mode, 'modeNote', a.mode_note,
  'constructionMode', a.construction_mode, 'structure', a.structure, 'area', a.area, 'planYear', a.plan_year,
  'subsidyCentral', a.subsidy_central, 'subsidyProvince', a.subsidy_province, 'subsidyCity', a.subsidy_city,
  'subsidyCounty', a.subsidy_county, 'subsidyTotal', a.subsidy_total, 'selfRaised', a.self_raised, 'loan', a.loan,
  'startDate', a.start_date, 'completionDate', a.completion_date, 'accepted', a.accepted, 'acceptedBy', a.accepted_by`;
