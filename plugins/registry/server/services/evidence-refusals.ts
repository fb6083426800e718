import { AppError } from '@anju/kit';

/** 415: the uploaded file is of no kind that evidence may have, or a broken one. */
export class UnreadablePicture extends AppError {
  constructor(message: string) {
    super(415, 'unreadablePicture', message, { file: message });
  }
}

/** 415: the uploaded document is broken, locked, or holds what could act on its reader's computer. */
export class RefusedDocument extends AppError {
  constructor(message: string) {
    super(415, 'refusedDocument', message, { file: message });
  }
}
