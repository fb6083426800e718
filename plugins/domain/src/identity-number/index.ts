export * from './check-character';
export * from './id-key';
export * from './in-force';
export * from './mask';
export * from './messages';
export * from './normalise';
export * from './verdict';
