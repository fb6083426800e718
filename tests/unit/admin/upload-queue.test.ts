import type { EvidenceChange } from '@anju/domain/contracts';
import { LARGEST_FILE, type UploadOrder, UploadQueue } from '../../../admin/src/recognition/evidence/upload-queue';

interface Sending {
  readonly order: UploadOrder;
  readonly succeed: () => Promise<void>;
  readonly fail: (error: Error) => Promise<void>;
}

/** Lets everything that waits for an upload's end run. */
const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

const answer: EvidenceChange = {
  id: 9,
  householdId: 5,
  category: 'houseFrontPhoto',
  fileName: '1.jpg',
  mimeType: 'image/jpeg',
  sizeBytes: 5,
  width: 1,
  height: 1,
  pageCount: null,
  rotation: 0,
  uploadedByName: null,
  uploadedAt: '2020-06-30T00:00:00Z',
  version: 4,
};

/** A queue whose uploads end when the test says so. */
function aQueue() {
  const sent: Sending[] = [];
  const stored: EvidenceChange[] = [];
  const queue = new UploadQueue(
    (order) =>
      new Promise<EvidenceChange>((resolve, reject) => {
        order.signal.addEventListener('abort', () => reject(new DOMException('cancelled', 'AbortError')));
        sent.push({
          order,
          succeed: () => (resolve(answer), settled()),
          fail: (error) => (reject(error), settled()),
        });
      }),
    (change) => stored.push(change),
  );
  const at = (index: number): Sending => {
    const sending = sent[index];
    if (!sending) throw new Error(`No upload ${index} was sent`);
    return sending;
  };
  const states = () => queue.uploads().map(({ state }) => state);
  return { queue, sent, stored, at, states };
}

const photo = (name: string) => new File(['photo'], name);

describe('photos on their way', () => {
  it('are sent two at a time, the next as soon as one has arrived', async () => {
    const { queue, sent, stored, at, states } = aQueue();
    queue.add('houseFrontPhoto', [photo('1.jpg'), photo('2.jpg'), photo('3.jpg')]);
    expect(states()).toEqual(['sending', 'sending', 'waiting']);
    await at(0).succeed();
    expect(stored).toEqual([answer]);
    expect(sent.map(({ order }) => order.file.name)).toEqual(['1.jpg', '2.jpg', '3.jpg']);
    expect(states()).toEqual(['sending', 'sending']);
  });

  it('stay with the reason when they fail, and are sent again on demand', async () => {
    const { queue, sent, at, stored } = aQueue();
    queue.add('houseFrontPhoto', [photo('1.jpg')]);
    await at(0).fail(new Error('连不上服务器，照片没有上传'));
    const [failed] = queue.uploads();
    expect(failed).toMatchObject({ state: 'failed', problem: '连不上服务器，照片没有上传' });
    expect(stored).toEqual([]);
    queue.retry(failed?.key ?? 0);
    expect(sent).toHaveLength(2);
    await at(1).succeed();
    expect(queue.uploads()).toEqual([]);
    expect(stored).toHaveLength(1);
  });

  it('are aborted and gone when given up, and make room for the next', async () => {
    const { queue, at, sent, stored } = aQueue();
    queue.add('houseFrontPhoto', [photo('1.jpg'), photo('2.jpg'), photo('3.jpg')]);
    queue.cancel(queue.uploads()[0]?.key ?? 0);
    await settled();
    expect(at(0).order.signal.aborted).toBe(true);
    expect(queue.uploads().map(({ file }) => file.name)).toEqual(['2.jpg', '3.jpg']);
    expect(sent).toHaveLength(3);
    expect(stored).toEqual([]);
  });

  it('are not sent at all when they are too large', () => {
    const { queue, sent } = aQueue();
    const large = photo('large.jpg');
    Object.defineProperty(large, 'size', { value: LARGEST_FILE + 1 });
    queue.add('houseFrontPhoto', [large]);
    expect(sent).toEqual([]);
    expect(queue.uploads()).toMatchObject([{ state: 'failed', isHopeless: true }]);
  });

  it('tell how far they have come', () => {
    const { queue, at } = aQueue();
    const heard = jest.fn();
    queue.add('houseFrontPhoto', [photo('1.jpg')]);
    queue.subscribe(heard);
    at(0).order.onProgress(3);
    expect(heard).toHaveBeenCalledTimes(1);
    expect(queue.uploads()[0]?.sentBytes).toBe(3);
  });
});
