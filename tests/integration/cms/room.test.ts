import os from 'node:os';
import path from 'node:path';

const MODULE = path.join(__dirname, '..', '..', '..', 'cms', 'dist', 'src', 'backup', 'room.js');

interface Room {
  refuseWithoutRoom(folder: string, neededBytes: number): Promise<void>;
}

test('a backup that the disk cannot hold is refused before anything is written, with both figures', async () => {
  // Compiled by the build.
  const { refuseWithoutRoom } = (await import(MODULE)) as Room;
  await expect(refuseWithoutRoom(os.tmpdir(), 2 ** 60)).rejects.toThrow(
    /磁盘空间不足：约需 \d+\.\d GB，剩余 \d+\.\d [GM]B/,
  );
  await expect(refuseWithoutRoom(os.tmpdir(), 0)).resolves.toBeUndefined();
});
