const units = ['bytes', 'KiB', 'MiB', 'GiB', 'TiB'];

/** Returns a number of bytes in the largest unit that it has one of, with one decimal at most: `900 bytes`, `1.5 KiB`, `64 MiB`. */
export function byteSize(bytes: number): string {
  let value = bytes;
  let unit = 0;
  while (value >= 1024 && unit < units.length - 1) {
    value /= 1024;
    unit++;
  }
  return `${Number(value.toFixed(1))} ${units[unit]}`;
}
