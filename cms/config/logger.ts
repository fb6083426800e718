import { jsonLines } from '../src/log-line';

export default () => ({ level: process.env.ANJU_LOG_LEVEL ?? 'http', format: jsonLines });
