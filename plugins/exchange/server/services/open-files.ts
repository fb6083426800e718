import { ExchangeFiles } from './exchange-files';

let opened: ExchangeFiles | undefined;

/** Opens the files of this installation; once, when the application starts. */
export function openExchangeFiles(node: string): ExchangeFiles {
  opened = new ExchangeFiles(node);
  return opened;
}

/** The files that were opened when the application started. */
export function exchangeFiles(): ExchangeFiles {
  if (!opened) throw new Error('The exchange files are not open');
  return opened;
}
