/**
 * What a clerk knows of a household: the record's fields that the soak changes.
 * @param {object} record the record door's answer
 */
export function knownState(record) {
  return {
    remark: record.remark,
    appraiser: record.safeguard?.appraiser ?? null,
    photos: record.evidence.map(({ id }) => id).sort((one, other) => one - other),
  };
}

/** Whether the record shows exactly this state; `anyPhoto` stands for a new photo whose id nobody was told. */
export function shows(state, { remark, appraiser, photos, anyPhoto = false }) {
  if (state.remark !== remark || state.appraiser !== appraiser) return false;
  const unknown = state.photos.filter((id) => !photos.includes(id));
  return photos.every((id) => state.photos.includes(id)) && unknown.length === (anyPhoto ? 1 : 0);
}
