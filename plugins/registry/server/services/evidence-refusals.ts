import { AppError } from '@anju/kit';

/** 413: the uploaded file is larger than evidence may be. */
export class FileTooLarge extends AppError {
  constructor(message: string) {
    super(413, 'fileTooLarge', message, { file: message });
  }
}

/** 415: the uploaded file is no picture of a kind that evidence may have, or a broken one. */
export class UnreadablePicture extends AppError {
  constructor(message: string) {
    super(415, 'unreadablePicture', message, { file: message });
  }
}
