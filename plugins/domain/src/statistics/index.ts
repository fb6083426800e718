export * from './cells';
export * from './identities';
export * from './metrics';
export * from './notes';
export * from './share';
export * from './splits';
export * from './tables';
export * from './terms';
