-- Exports of every list, and of workbooks to be filled in.
alter table anju.export_job drop constraint if exists export_job_resource_check;
alter table anju.export_job add constraint export_job_resource_check
  check (resource in ('households', 'recognition', 'renovations', 'relocationEntries', 'warnings'));
/* What stands already in a workbook that is to be filled in, by field: its requester and the reviewers of the requester's account. */
alter table anju.export_job add column if not exists prefill jsonb;
