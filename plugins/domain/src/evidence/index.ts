export * from './categories';
export * from './missing-groups';
