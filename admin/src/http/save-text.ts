import { saveBlob } from './download';

/** Hands a text to the browser to save. */
export function saveText(name: string, text: string): void {
  saveBlob(new Blob([text], { type: 'text/plain;charset=utf-8' }), name);
}
