export * from './asked-fields';
export * from './check-archive';
export * from './check-safeguard';
export * from './form';
export * from './kinds';
export * from './recognition-columns';
export * from './renovation-archive';
