export * from './calendar-date';
export * from './duties';
export * from './identity-number';
export * from './labels';
export * from './region';
export * from './register-date';
export * from './vocabulary';
