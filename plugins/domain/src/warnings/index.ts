export * from './archive-labels';
export * from './checks';
export * from './sentence';
export * from './vocabulary';
