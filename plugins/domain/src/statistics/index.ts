export * from './cells';
export * from './identities';
export * from './metrics';
export * from './share';
export * from './tables';
