const GAP = 8;

/**
 * How many columns make the faces of `count` people as large as they can be in a space of
 * `width` by `height` pixels: what counts is the largest 6:5 picture that fits a place,
 * for a face with shoulders is about as wide as it is high.
 */
export function columnsFor(count: number, width: number, height: number): number {
  let best = { columns: 1, size: 0 };
  for (let columns = 1; columns <= count; columns++) {
    const rows = Math.ceil(count / columns);
    const placeWidth = (width - GAP * (columns - 1)) / columns;
    const placeHeight = (height - GAP * (rows - 1)) / rows;
    const size = Math.min(placeWidth, (placeHeight * 6) / 5);
    if (size > best.size + 1) best = { columns, size };
  }
  return best.columns;
}
