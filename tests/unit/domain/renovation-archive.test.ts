import { ARCHIVE_FIELDS, isArchiveComplete, missingArchiveFields } from '@anju/domain';
import { aSafeguard, shippedForm } from './safeguard-builders';

describe('renovation archive', () => {
  const complete = aSafeguard('renovation');

  it('is complete when every marked field is filled in', () => {
    expect(isArchiveComplete(complete)).toBe(true);
  });

  it.each(ARCHIVE_FIELDS)('lacks %s when it is missing', (field) => {
    expect(missingArchiveFields({ ...complete, [field]: null })).toEqual([field]);
  });

  it('has no acceptor when it was not accepted', () => {
    expect(isArchiveComplete({ ...complete, accepted: false, acceptedBy: null })).toBe(true);
  });

  it('has no original result when there was no house', () => {
    const archive = { ...complete, renovationMode: 'newBuildNoHouse', originalAppraisalResult: null };
    expect(isArchiveComplete(archive)).toBe(true);
  });

  it('lacks every field but the acceptor when nothing is known', () => {
    expect(missingArchiveFields({})).toEqual(ARCHIVE_FIELDS.filter((field) => field !== 'acceptedBy'));
  });

  it('is what the shipped form marks', () => {
    const fields = shippedForm.kinds.find((form) => form.kind === 'renovation')?.fields ?? [];
    const marked = fields.filter((field) => field.required || field.archive).map((field) => field.name);
    expect(marked).toEqual([...ARCHIVE_FIELDS]);
  });
});
