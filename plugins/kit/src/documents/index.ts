export * from './archive';
export * from './docx-template';
export * from './template-content';
