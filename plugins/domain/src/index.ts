export * from './calendar-date';
export * from './duties';
export * from './region';
export * from './vocabulary';
