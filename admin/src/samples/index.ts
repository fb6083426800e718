export { SamplePage } from './sample-page';
export { SamplesPage } from './samples-page';
