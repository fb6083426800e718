/** Whether this boot only prepares the database: plugins start no background work then. */
export function isPreparing(): boolean {
  return process.env.ANJU_PREPARING === '1';
}
