export * from './archive-labels';
export * from './sentence';
export * from './vocabulary';
