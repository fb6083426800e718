type Alteration =
  | 'reencoded'
  | 'halved'
  | 'enlarged'
  | 'cutLeft'
  | 'cutBelow'
  | 'cutCorner'
  | 'cutAround'
  | 'cutAllSides'
  | 'brighter'
  | 'darker';

export const ALTERATIONS: Readonly<Record<Alteration, (photo: Buffer) => Promise<Buffer>>>;
