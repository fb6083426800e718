import { speakChinese } from './chinese-messages';

speakChinese();

export { z } from 'zod';
export * from './door';
export * from './doors';
export * from './draft';
export * from './error-answer';
export * from './evidence';
export * from './evidence-config';
export * from './exchange';
export * from './exchange-doors';
export * from './field-errors';
export * from './forms';
export * from './household';
export * from './household-doors';
export * from './household-record';
export * from './list-query';
export * from './off-list';
export * from './open-api';
export * from './options';
export * from './region';
export * from './renovation';
export * from './safeguard';
export * from './statistics';
export * from './user';
export * from './warning';
export * from './warning-doors';
