export * from './changes';
export * from './labels';
export * from './verdict';
