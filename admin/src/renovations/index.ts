export { NewRenovationPage } from './new-renovation-page';
export { RenovationPage } from './renovation-page';
export { RenovationsPage } from './renovations-page';
