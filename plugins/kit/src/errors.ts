export type FieldErrors = Readonly<Record<string, string>>;

/** A refusal that reaches the user: an HTTP status, a stable code, a Chinese sentence, and the fields it concerns. */
export class AppError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly errors: FieldErrors = {},
    /** What else the client needs to go on, such as the current record of a conflict. */
    readonly extra: Readonly<Record<string, unknown>> = {},
  ) {
    super(message);
    this.name = new.target.name;
    // It is answered as it stands: knex writes the statement into the message of every error that passes it.
    Object.defineProperty(this, 'message', { get: () => message, set: () => undefined });
  }
}

/** 400: the request itself is malformed. */
export class BadInput extends AppError {
  constructor(errors: FieldErrors, message = '填写有误，请按提示修改') {
    super(400, 'badInput', message, errors);
  }
}

/** 401: nobody is signed in, or the sign-in has ended. */
export class NotSignedIn extends AppError {
  constructor(message = '登录已失效，请重新登录') {
    super(401, 'notSignedIn', message);
  }
}

/** 403: signed in, but without the duty this door asks for. */
export class NotAllowed extends AppError {
  constructor(message = '您的账号没有此项权限') {
    super(403, 'notAllowed', message);
  }
}

/** 404: there is no such thing, or it lies outside the user's region; the answer is the same. */
export class NotFound extends AppError {
  constructor(message = '没有找到，或不在您的行政区划内') {
    super(404, 'notFound', message);
  }
}

/** 409: somebody changed the record since it was read; `current` is the record as it stands now. */
export class StaleVersion extends AppError {
  constructor(current: unknown, message = '该户信息已被他人修改，请核对后再保存') {
    super(409, 'staleVersion', message, {}, { current });
  }
}

/** 422: well formed, but against a rule of the register. */
export class RuleBroken extends AppError {
  constructor(errors: FieldErrors, message = '填写内容不符合规定，请按提示修改') {
    super(422, 'ruleBroken', message, errors);
  }
}

/** 503: the database went away while it was asked to commit; the save may or may not have been made. */
export class OutcomeUnknown extends AppError {
  constructor(override readonly cause: unknown) {
    super(503, 'outcomeUnknown', '保存时数据库连接中断，不能确定是否已保存，请刷新核对后再试');
  }
}

/** 413: the uploaded file is larger than its door takes. */
export class FileTooLarge extends AppError {
  constructor(message: string) {
    super(413, 'fileTooLarge', message, { file: message });
  }
}
