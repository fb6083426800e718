/** What is told of the stored file of row `e` of evidences, as pairs of name and column. */
export const STORED_FILE_JSON = `'id', e.id, 'category', e.category, 'fileName', e.file_name, 'mimeType', e.mime_type,
  'sizeBytes', e.size_bytes, 'width', e.width, 'height', e.height, 'pageCount', e.page_count,
  'rotation', coalesce(e.rotation, 0), 'uploadedByName', anju.account_name(e.uploaded_by), 'uploadedAt', e.created_at::timestamptz`;

/** The photos of archive `a`, oldest first. */
export const ARCHIVE_PHOTOS = `coalesce((select json_agg(json_build_object(${STORED_FILE_JSON}) order by e.id)
  from evidences e where e.renovation_id = a.id and e.deleted_at is null), '[]')`;
