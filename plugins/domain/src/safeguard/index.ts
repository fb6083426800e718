export * from './check-archive';
export * from './check-safeguard';
export * from './form';
export * from './kinds';
export * from './renovation-archive';
