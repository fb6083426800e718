export { WarningsPage } from './warnings-page';
