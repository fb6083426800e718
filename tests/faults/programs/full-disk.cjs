// Loaded before the application: while the file ANJU_TEST_FULL_DISK exists, evidence files get half written and no further.
const { existsSync } = require('node:fs');
const promises = require('node:fs/promises');

const open = promises.open;

promises.open = async (file, ...options) => {
  const handle = await open(file, ...options);
  if (!String(file).endsWith('.partial') || !existsSync(process.env.ANJU_TEST_FULL_DISK)) return handle;
  handle.writeFile = async (bytes) => {
    await handle.write(bytes.subarray(0, Math.floor(bytes.length / 2)));
    throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC', syscall: 'write' });
  };
  return handle;
};
