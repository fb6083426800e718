export { RegionChangesPage } from './region-changes-page';
