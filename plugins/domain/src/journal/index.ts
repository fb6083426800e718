export * from './changes';
export * from './household-history';
export * from './labels';
export * from './verdict';
