export * from './background';
export * from './config';
export * from './errors';
export * from './list';
export * from './parse';
export * from './request';
export * from './routes';
export * from './steps';
