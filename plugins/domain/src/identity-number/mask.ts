/** An identity number with its middle hidden: `690425********0379`. */
export function maskIdNumber(number: string): string {
  return maskMiddle(number, 6, 4);
}

/** A phone number with its middle hidden: `100****0941`. */
export function maskPhone(phone: string): string {
  return maskMiddle(phone, 3, 4);
}

/** A name of which only the first character shows: `杨**`. */
export function maskName(name: string): string {
  const [first = '', ...rest] = [...name];
  return first + '*'.repeat(rest.length);
}

/** Too short a value keeps nothing: its ends would be all of it. */
function maskMiddle(value: string, head: number, tail: number): string {
  const characters = [...value];
  if (characters.length < head + tail + 3) return '*'.repeat(characters.length);
  const hidden = '*'.repeat(characters.length - head - tail);
  return characters.slice(0, head).join('') + hidden + characters.slice(-tail).join('');
}
